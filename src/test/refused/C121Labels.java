package refused;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;

/** Two awaits of one name, and a name that is not known at compile time. */
public class C121Labels {
    @Durable
    public int twice(int n) {
        int a = await(() -> n + 1).named("same").get();
        return await(() -> a + 1).named("same").get(); //! ambiguous-label: same
    }

    @Durable
    public int computed(int n) {
        return await(() -> n + 1).named("n" + n).get(); //! label-not-constant
    }
}
