package dev.perdure.local;

import java.nio.file.Path;
import java.util.Arrays;

/** Has one call fail, or all from one on, until it is mended; writes down what took place all the same. */
final class FailingDisk extends Recorder {
    private final int failing;
    private final boolean forGood;
    private final Answer how;
    private int calls;
    private boolean failed;
    private boolean mended;

    FailingDisk(Path folder, int failing, boolean forGood, Answer how) {
        super(folder);
        this.failing = failing;
        this.forGood = forGood;
        this.how = how;
    }

    /** Whether any call has failed. */
    synchronized boolean hasFailed() {
        return failed;
    }

    /** No further call fails. */
    synchronized void mend() {
        mended = true;
    }

    private boolean fails(boolean ours) {
        if (!ours || mended) return false;
        calls++;
        boolean now = calls == failing || (forGood && calls > failing);
        failed |= now;
        return now;
    }

    @Override
    public synchronized Answer write(int file, long offset, byte[] bytes) {
        if (!fails(name(file) != null)) return super.write(file, offset, bytes);
        if (how == Answer.FULL) super.write(file, offset, Arrays.copyOf(bytes, bytes.length / 2));
        if (how == Answer.FAIL_AFTERWARDS) super.write(file, offset, bytes);
        return how;
    }

    @Override
    public synchronized Answer sync(int file) {
        if (!fails(name(file) != null)) return super.sync(file);
        failedSync(file);
        return how;
    }

    @Override
    public synchronized Answer resize(int file, long length) {
        if (!fails(name(file) != null)) return super.resize(file, length);
        if (how == Answer.FAIL_AFTERWARDS) super.resize(file, length);
        return how;
    }

    @Override
    public synchronized Answer delete(String path) {
        return super.delete(path);
    }
}
