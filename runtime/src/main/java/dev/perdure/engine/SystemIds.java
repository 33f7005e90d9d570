package dev.perdure.engine;

import dev.perdure.engine.seam.Ids;
import java.util.concurrent.ThreadLocalRandom;

/** Ids that begin with the time, so that stores keep neighbours together, and end with chance: 26 characters of base 32. */
final class SystemIds implements Ids {
    private static final char[] DIGITS = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();

    @Override
    public String next() {
        var random = ThreadLocalRandom.current();
        var id = new char[26];
        digits(System.currentTimeMillis(), id, 0, 10);
        digits(random.nextLong(), id, 10, 18);
        digits(random.nextLong(), id, 18, 26);
        return new String(id);
    }

    private static void digits(long bits, char[] id, int from, int to) {
        long rest = bits;
        for (int i = to - 1; i >= from; i--) {
            id[i] = DIGITS[(int) (rest & 31)];
            rest >>>= 5;
        }
    }
}
