package refused;

import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.sleep;

import dev.perdure.Durable;
import java.time.Duration;
import java.util.List;

/** An await in a lambda, or in a class of its own. */
public class C202AwaitInALambda {
    @Durable
    public int lambda(List<Integer> numbers) {
        numbers.forEach(number -> await(() -> number + 1).get()); //! await-in-lambda
        return 0;
    }

    @Durable
    public int nested(int n) {
        return await(() -> await(() -> n + 1).get()).get(); //! await-in-lambda
    }

    @Durable
    public void sleeping(int n) {
        Runnable later = () -> sleep(Duration.ofSeconds(n)); //! await-in-lambda
        later.run();
    }

    @Durable
    public void anonymous(int n) {
        new Object() {
            int own() {
                return await(() -> n + 1).get(); //! await-in-lambda
            }
        }.own();
    }
}
