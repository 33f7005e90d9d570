package refused;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;
import java.util.List;

/** Case 87: members whose types nobody but the class itself can name. */
public class C087PrivateTypeOfAMember {
    private static final class Hidden {
        private int count;
        int open = 1;
        private static int made = 2;

        private int twice() {
            return 2 * count;
        }

        int thrice() {
            return 3 * count;
        }
    }

    private Hidden hidden() {
        return new Hidden();
    }

    private enum Secret {
        ONE
    }

    private final List<Secret> all = List.of();

    private int count(Hidden one) {
        return one.count;
    }

    @Durable
    public int run(int n) {
        int x = hidden().count; //! private-type: Hidden
        x += all.size(); //! private-type: Secret
        x += new Hidden().twice() + new Hidden().thrice();
        return x + await(() -> n + 1).get();
    }
}
