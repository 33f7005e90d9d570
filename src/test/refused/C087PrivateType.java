package refused;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;

/** Case 87: generated code beside the class cannot name a private type. */
public class C087PrivateType {
    private record Hidden(int x) {}

    @Durable
    public int run(int n) {
        Hidden hidden = new Hidden(n); //! private-type: Hidden
        int x = await(() -> n + 1).get();
        return hidden.x() + x;
    }
}
