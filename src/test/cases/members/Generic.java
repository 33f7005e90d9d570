package members;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;
import dev.perdure.tests.harness.Effects;
import java.util.ArrayList;
import java.util.List;

/** Case 82: a host with a type parameter, which no live local has as its type. */
public class Generic<T extends CharSequence> {
    private final Effects fx;
    private final T value;

    Generic(Effects fx, T value) {
        this.fx = fx;
        this.value = value;
    }

    T get() {
        return value;
    }

    <U> List<U> both(U a, U b) {
        return new ArrayList<>(List.of(a, b));
    }

    @Durable
    public String c082_generic_class_and_generic_method(int n) {
        int length = get().length() + value.length();
        List<Integer> list = both(length, n);
        list.add(await(() -> fx.num("a", n)).get());
        T dead = value;
        length += dead.length();
        var words = this.<String>both("p", fx.f3(n));
        return list.toString() + words + length + get();
    }

    static Generic<String> host(Effects effects) {
        return new Generic<>(effects, "gen");
    }
}
