package dev.perdure.tests.fuzz;

import dev.perdure.tests.harness.Differential;
import dev.perdure.tests.harness.Flow;
import org.jspecify.annotations.Nullable;

/** Tries a program in some worlds. */
final class Trial {
    private static final int WORLDS = 3;
    private static final int SHARE = 120;
    private static final int ALONE = 10;

    private int crashes;

    int crashes() {
        return crashes;
    }

    /** The first difference between two ways to run it, or null. */
    @Nullable
    String difference(Program program, Flow flow) {
        for (var world = 0; world < WORLDS; world++) {
            var seed = World.mix(world, 77);
            var differential = new Differential(flow, () -> new World(seed, SHARE), () -> arguments(program, seed));
            var difference = differential.difference(ALONE);
            crashes += differential.crashes();
            if (difference != null) return difference;
        }
        return null;
    }

    @SuppressWarnings("NullAway") // arguments may be null
    private static Object[] arguments(Program program, long seed) {
        var arguments = new Object[program.parameters().size()];
        for (var i = 0; i < arguments.length; i++)
            arguments[i] = Samples.of(program.parameters().get(i), World.mix(seed, i));
        return arguments;
    }
}
