package dev.perdure.local;

import java.util.Arrays;
import java.util.Random;

/** What can happen to the bytes of a file that nobody has written. */
enum Damage {
    FLIP {
        @Override
        byte[] done(byte[] to, Random random) {
            to[random.nextInt(to.length)] ^= (byte) (1 << random.nextInt(8));
            return to;
        }
    },
    GARBAGE {
        @Override
        byte[] done(byte[] to, Random random) {
            int at = random.nextInt(to.length);
            int end = Math.min(to.length, at + 1 + random.nextInt(64));
            for (int i = at; i < end; i++) to[i] = (byte) random.nextInt();
            return to;
        }
    },
    ZEROS {
        @Override
        byte[] done(byte[] to, Random random) {
            int unit = unit(random);
            int at = random.nextInt(to.length) / unit * unit;
            Arrays.fill(to, at, Math.min(to.length, at + unit), (byte) 0);
            return to;
        }
    },
    SWAP {
        @Override
        byte[] done(byte[] to, Random random) {
            return swapped(to, SECTOR, random);
        }
    },
    /** Whole pages, each of them intact. */
    SWAP_PAGES {
        @Override
        byte[] done(byte[] to, Random random) {
            return swapped(to, PAGE, random);
        }
    },
    CUT {
        @Override
        byte[] done(byte[] to, Random random) {
            int length = random.nextInt(to.length);
            return Arrays.copyOf(to, random.nextBoolean() ? length : length / SECTOR * SECTOR);
        }
    };

    private static final int SECTOR = 512;
    private static final int PAGE = 4096;

    /** Damages this, or a copy of it. */
    abstract byte[] done(byte[] to, Random random);

    private static byte[] swapped(byte[] to, int unit, Random random) {
        int one = random.nextInt(to.length / unit) * unit;
        int other = random.nextInt(to.length / unit) * unit;
        var kept = Arrays.copyOfRange(to, one, one + unit);
        System.arraycopy(to, other, to, one, unit);
        System.arraycopy(kept, 0, to, other, unit);
        return to;
    }

    private static int unit(Random random) {
        return random.nextBoolean() ? SECTOR : PAGE;
    }
}
