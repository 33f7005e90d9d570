package dev.perdure.architecture.planted.store;

/** No door: only the engine has some. */
public final class SystemClock {
    private SystemClock() {}

    /** Forbidden here. */
    public static long nanos() {
        return System.nanoTime();
    }
}
