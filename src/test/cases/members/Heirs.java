package members;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;
import dev.perdure.tests.harness.Effects;
import java.util.function.Supplier;

/** Case 85: what is called and read as super's. */
public class Heirs extends Forebear {
    protected String name = "heir";

    Heirs(Effects fx) {
        super(fx);
    }

    @Override
    @Durable
    public String greet(int n) {
        return "heir " + await(() -> fx.num("heir", n)).get();
    }

    @Override
    String plain() {
        return "plain heir";
    }

    @Durable
    public String c085_durable_call_of_super(int n) {
        var own = greet(n);
        return own + ", " + super.greet(n + 1);
    }

    @Durable
    public String c085_field_and_reference_of_super(int n) {
        Supplier<String> plain = super::plain;
        var text = name + super.name + plain.get() + plain();
        await(() -> fx.note("text", text)).get();
        return super.name + n;
    }
}

/** The class above. */
class Forebear {
    final Effects fx;
    protected String name = "parent";

    Forebear(Effects fx) {
        this.fx = fx;
    }

    @Durable
    public String greet(int n) {
        return "parent " + await(() -> fx.num("parent", n)).get();
    }

    String plain() {
        return "plain parent";
    }
}
