package refused;

import static dev.perdure.Perdure.all;
import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.branch;

import dev.perdure.Durable;

/** Local classes that cannot be lifted. */
public class C213LocalClass {
    @Durable
    public int captures(int n) {
        class Next { //! local-class: next captures the local 'n', block
            int next() {
                return n + 1;
            }
        }
        return await(() -> 1).get() + new Next().next();
    }

    @Durable
    public int namesakes(int n) {
        if (n > 1) {
            record One(int one) {} //! local-class: one has a namesake
            return new One(await(() -> 1).get()).one();
        } else {
            record One(long one) {} //! local-class: one has a namesake
            return (int) new One(await(() -> 2).get()).one();
        }
    }

    @Durable
    public <T> int generic(int n) {
        class Two { //! local-class: two stands in, type parameters
            int two() {
                return 2;
            }
        }
        return await(() -> 1).get() + new Two().two();
    }

    @Durable
    public int branches(int n) {
        class Three { //! local-class: three is used in a branch
            int three() {
                return 3;
            }
        }
        return all(branch(() -> await(() -> 1).get() + new Three().three()), await(() -> 2))
                .get()
                .first();
    }
}
