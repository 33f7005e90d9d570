package refused;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;

/** Case 88: an inner class has an outer instance that no run can find again. */
public class C088InnerClass {
    class Inner {
        @Durable
        public int run(int n) { //! inner-host: Inner, static
            return await(() -> n + 1).get();
        }
    }
}
