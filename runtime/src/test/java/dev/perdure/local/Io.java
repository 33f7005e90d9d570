package dev.perdure.local;

/** What becomes of the files of a store, in order, and when somebody was told that something is durable. */
sealed interface Io {
    /** Bytes were written, and may or may not be on the disk. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Write(String file, int at, byte[] bytes) implements Io {
        int end() {
            return at + bytes.length;
        }
    }

    /** A file has another length, which may or may not be on the disk. */
    record Resize(String file, int length) implements Io {}

    /**
     * What was written before is on the disk.
     *
     * @param file which, or {@link #FOLDER}
     * @param begun how many entries there were when it began: what came later is not covered
     */
    record Sync(String file, int begun) implements Io {}

    /** A sync failed: the system takes what was written for clean, wherever it is, and will not write it again. */
    record FailedSync(String file, int begun) implements Io {}

    /** A file is no longer there, which may or may not be on the disk. */
    record Delete(String file) implements Io {}

    /** Somebody was told that all up to this change is durable. */
    record Acknowledged(int change) implements Io {}

    /** The folder itself: which files there are. */
    String FOLDER = "";
}
