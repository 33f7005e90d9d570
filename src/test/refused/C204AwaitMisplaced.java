package refused;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;

/** Where no method can be suspended. */
public class C204AwaitMisplaced {
    @Durable
    public int locked(int n) {
        synchronized (this) {
            return await(() -> n + 1).get(); //! await-misplaced: synchronized
        }
    }

    @Durable
    public int asserted(int n) {
        assert await(() -> n > 1).get(); //! await-misplaced: assert
        return n;
    }
}
