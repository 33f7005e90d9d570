package dev.perdure.local;

/** Hears of what SQLite asks of the system, before it takes place, and may have it fail. Called on SQLite's threads. */
public interface FileCalls {
    /** What becomes of a call. */
    enum Answer {
        /** What the system says. */
        GO_ON,
        /** An error, and nothing was done. */
        FAIL,
        /** An error, and it was done. */
        FAIL_AFTERWARDS,
        /** Half of a write, then no room; of other calls, an error. */
        FULL
    }

    /** Bytes to an open file. */
    Answer write(int file, long offset, byte[] bytes);

    /** To the disk, of an open file or folder. */
    Answer sync(int file);

    /** Another length of an open file. */
    Answer resize(int file, long length);

    /** No more such file. */
    Answer delete(String path);

    /** The call of this thread has taken place. */
    void done();
}
