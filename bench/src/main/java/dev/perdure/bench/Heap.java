package dev.perdure.bench;

/** The heap that is held. */
final class Heap {
    private Heap() {}

    /** Bytes in use after collections that find nothing more to free. */
    static long used() throws InterruptedException {
        var runtime = Runtime.getRuntime();
        var used = Long.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            System.gc();
            Thread.sleep(50);
            var now = runtime.totalMemory() - runtime.freeMemory();
            if (now >= used - 1000 && i >= 3) return Math.min(now, used);
            used = Math.min(used, now);
        }
        return used;
    }
}
