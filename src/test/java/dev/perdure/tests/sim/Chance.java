package dev.perdure.tests.sim;

import dev.perdure.engine.seam.Ids;
import java.util.Random;

/** Ids and secrets of a process, by the seed. */
final class Chance implements Ids {
    private final String process;
    private final Random random;
    private int number;

    Chance(String process, Random random) {
        this.process = process;
        this.random = random;
    }

    @Override
    public String next() {
        return process + "-" + ++number + "-" + random.nextLong();
    }

    @Override
    public String secret() {
        return Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
    }
}
