package refused;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;

/** Case 111: a typo is javac's to report, once. */
public class C210UserError {
    @Durable
    public int run(int n) {
        int x = await(() -> n + 1).get();
        return x + m; //! cannot find symbol
    }
}
