package dev.perdure.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.CRC32;

/**
 * The least that a durable store can do: append each record with its length and checksum to one file, remember in memory
 * where the last record of each key lies, and acknowledge it when it is on disk. One thread commits: a batch is whatever came
 * while the batch before was being written, and takes one write and one fdatasync. What the engine reaches is held against
 * what this reaches.
 */
final class AppendLog implements AutoCloseable {
    private static final int HEAD = 8;

    private final FileChannel file;
    private final Executor clients;
    private final Thread committer;
    private final Map<String, Long> places = new HashMap<>(); // of the committer alone
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private List<Entry> waiting = new ArrayList<>();
    private boolean closed;
    private long syncs;

    private AppendLog(FileChannel file, Executor clients) {
        this.file = file;
        this.clients = clients;
        this.committer = new Thread(this::commitAll, "append-log");
    }

    /** Begins an empty log, whose acknowledgements run on this executor, one task for those of a batch. */
    static AppendLog create(Path path, Executor clients) throws IOException {
        var file = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        var log = new AppendLog(file, clients);
        log.committer.start();
        return log;
    }

    /** Appends a record under a key; runs the acknowledgement when the record is on disk. */
    void append(String key, byte[] record, Runnable acknowledged) {
        lock.lock();
        try {
            if (closed) throw new IllegalStateException("the log is closed");
            waiting.add(new Entry(key, record, acknowledged));
            if (waiting.size() == 1) arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    /** How often the file was synced; to be read after {@link #close}. */
    long syncs() {
        return syncs;
    }

    /** Writes what is waiting and ends. */
    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            closed = true;
            arrived.signal();
        } finally {
            lock.unlock();
        }
        try {
            committer.join();
        } catch (InterruptedException cut) {
            Thread.currentThread().interrupt();
        }
        file.close();
    }

    private void commitAll() {
        var buffer = ByteBuffer.allocateDirect(1 << 16);
        for (var batch = next(); !batch.isEmpty(); batch = next()) {
            try {
                buffer = write(batch, buffer);
                file.force(false);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            syncs++;
            var written = batch;
            clients.execute(() -> written.forEach(entry -> entry.acknowledged.run()));
        }
    }

    /** What has arrived, waiting for the first; empty at the end. */
    private List<Entry> next() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) arrived.awaitUninterruptibly();
            var batch = waiting;
            waiting = new ArrayList<>(batch.size());
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private ByteBuffer write(List<Entry> batch, ByteBuffer reused) throws IOException {
        var size = batch.stream().mapToInt(entry -> entry.record.length + HEAD).sum();
        var buffer = size <= reused.capacity() ? reused.clear() : ByteBuffer.allocateDirect(2 * size);
        var place = file.position();
        for (var entry : batch) {
            places.put(entry.key, place + buffer.position());
            var crc = new CRC32();
            crc.update(entry.record);
            buffer.putInt(entry.record.length).putInt((int) crc.getValue()).put(entry.record);
        }
        buffer.flip();
        while (buffer.hasRemaining()) file.write(buffer);
        return buffer;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Entry(String key, byte[] record, Runnable acknowledged) {}
}
