package refused;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;

/** Fields are not saved. */
public class C205FieldWrite {
    int count;

    @Durable
    public int run(int n) {
        count = await(() -> n + 1).get(); //! field-write: count
        return n;
    }

    @Durable
    public int increment(int n) {
        this.count++; //! field-write: count
        return await(() -> n + 1).get();
    }
}
