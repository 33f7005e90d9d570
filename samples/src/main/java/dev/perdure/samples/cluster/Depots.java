package dev.perdure.samples.cluster;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/**
 * The outside world: a file for each arrival, named by its idempotency key. Who asks again with the same key, because the
 * first to ask was killed or frozen, gets the same answer and moves nothing.
 *
 * @param folder has the files
 */
public record Depots(Path folder) {
    private static final int WORK_MILLIS = 150;

    /** Takes a parcel in. */
    public String arrive(String stop, String parcel, String key) throws IOException {
        work();
        try {
            Files.writeString(
                    folder.resolve(key.replaceAll("[^A-Za-z0-9.-]", "_")),
                    stop + " " + parcel,
                    StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException known) {
            // It is here already.
        }
        return parcel + "@" + stop;
    }

    private static void work() throws InterruptedIOException {
        try {
            TimeUnit.MILLISECONDS.sleep(WORK_MILLIS);
        } catch (InterruptedException e) {
            throw new InterruptedIOException("no longer wanted");
        }
    }

    /** How many parcels have arrived anywhere, each stop counted. */
    public long arrivals() throws IOException {
        try (var files = Files.list(folder)) {
            return files.count();
        }
    }
}
