package members;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;
import dev.perdure.tests.harness.Effects;
import members.other.Far;

/** Cases 85 and 86: super calls, and protected members of another package. */
public class Overriding extends Far {
    private final Effects fx;

    Overriding(Effects fx) {
        this.fx = fx;
    }

    @Override
    public String name() {
        return "over";
    }

    @Override
    protected String guarded(int n) {
        return "overridden" + n;
    }

    @Durable
    public String c085_super_call(int n) {
        var text = super.name() + name();
        text += await(() -> fx.num("a", n)).get();
        text += super.name() + super.guarded(fx.f1(n)) + super.toString().length();
        return text;
    }

    @Durable
    public String c086_protected_from_another_package(int n) {
        var text = guarded(n) + near(n) + field + Far.LIMIT + far();
        text += await(() -> fx.num("a", field)).get();
        return text + near(fx.f1(n)) + this.field;
    }
}
