package dev.perdure.bench;

/** Notes when each step of a single run was called. */
final class Stamps implements BenchFlow.Steps {
    private final long[] nanos;
    private volatile int called; // written by whichever thread carries the run, read after the run has ended

    Stamps(int steps) {
        nanos = new long[steps];
    }

    @Override
    public long next(long before) {
        stamp();
        return before + 1;
    }

    @Override
    public String result(int index) {
        stamp();
        return "result-" + index;
    }

    void clear() {
        called = 0;
    }

    /** The time from one step's call to another's, in microseconds. */
    double micros(int from, int to) {
        return (nanos[to] - nanos[from]) / 1e3;
    }

    @SuppressWarnings("NonAtomicOperationOnVolatileField") // one run, one thread at a time
    private void stamp() {
        var index = called;
        nanos[index] = System.nanoTime();
        called = index + 1;
    }
}
