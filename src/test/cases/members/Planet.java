package members;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;
import dev.perdure.tests.harness.Effects;

/** Case 80: a durable method of an enum. */
public enum Planet {
    EARTH(1),
    MARS(2);

    private final int weight;

    Planet(int weight) {
        this.weight = weight;
    }

    @Durable
    public String c080_enum_host(int n) {
        int sum = weight + ordinal();
        for (var planet : values()) {
            int w = planet.weight;
            sum += await(() -> Effects.now().num(planet.name(), w * n)).get();
        }
        return name() + sum + this + (this == MARS) + weight + EARTH.weight;
    }

    static Planet host(Effects effects) {
        return MARS;
    }
}
