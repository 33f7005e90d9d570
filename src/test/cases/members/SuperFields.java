package members;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;
import dev.perdure.tests.harness.Effects;

/** Case 85, of fields. */
public class SuperFields extends SuperBase {
    private final Effects fx;
    int rank = 3;

    SuperFields(Effects fx) {
        this.fx = fx;
    }

    @Durable
    public String c641_field_of_super(int n) {
        int x = super.rank + rank;
        return x + "" + await(() -> fx.num("a", n)).get() + super.rank;
    }
}

/** Above. */
class SuperBase {
    int rank = 2;
}
