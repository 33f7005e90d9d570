package refused;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;

/** Case 99: nobody knows at compile time how a T is saved. */
public class C099TypeVariable {
    @Durable
    public <T> String run(T value, int n) { //! unsaveable-local: value, T
        int x = await(() -> n + 1).named("first").get();
        return x + value.toString();
    }
}
