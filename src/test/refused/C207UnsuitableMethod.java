package refused;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;

/** Methods that cannot be durable. */
public abstract class C207UnsuitableMethod {
    @Durable
    public abstract int none(int n); //! unsuitable-method: none, no body

    @Durable
    public synchronized int locked(int n) { //! unsuitable-method: synchronized
        return await(() -> n + 1).get();
    }
}
