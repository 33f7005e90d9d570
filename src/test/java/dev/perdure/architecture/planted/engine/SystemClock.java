package dev.perdure.architecture.planted.engine;

import java.util.function.LongSupplier;

/** A door: what it and the classes inside it do is allowed. */
public final class SystemClock {
    private SystemClock() {}

    /** Allowed here. */
    public static long nanos() {
        return System.nanoTime();
    }

    /** Allowed here too. */
    public static final class Inner implements LongSupplier {
        @Override
        public long getAsLong() {
            return System.currentTimeMillis();
        }
    }
}
