package members;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;
import dev.perdure.tests.harness.Effects;

/** Case 79: a durable method of an interface. */
public interface Hosts {
    Effects fx();

    String name();

    @Durable
    default String c079_interface_default(int n) {
        var text = name() + await(() -> fx().num("a", n)).get();
        return text + this.name() + fx().f1(n) + own(n);
    }

    private int own(int n) {
        return n * 3;
    }

    static Hosts host(Effects effects) {
        return new Hosts() {
            @Override
            public Effects fx() {
                return effects;
            }

            @Override
            public String name() {
                return "anonymous";
            }
        };
    }
}
