package dev.perdure.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/** What the disk and the simplest possible log on it can do, for comparison. */
final class Yardstick implements Workload {
    private static final Duration WARM_UP = Duration.ofMillis(700);
    private static final Duration LENGTH = Duration.ofMillis(1500);
    private static final int RECORD = 300;

    @Override
    public String name() {
        return "yardstick";
    }

    @Override
    public String purpose() {
        return "a raw append log with group commit, and fdatasync alone; the store is not used";
    }

    @Override
    public Map<String, String> options() {
        return Map.of("runs", "256", "rounds", "3");
    }

    @Override
    public Figures run(Request request) throws Exception {
        return new Rounds(request)
                .median(folder -> Figures.none()
                        .and("commits_per_s", commitsPerSecond(folder, request.count("runs")))
                        .and("single_commits_per_s", commitsPerSecond(folder, 1))
                        .and("fdatasync_us", fdatasyncMicros(folder, 2000)));
    }

    /** How many records a second a raw log makes durable for this many clients, each with one record under way. */
    static double commitsPerSecond(Path folder, int clients) throws Exception {
        return commitsPerSecond(folder, clients, WARM_UP, LENGTH);
    }

    static double commitsPerSecond(Path folder, int clients, Duration warmUp, Duration length)
            throws IOException, InterruptedException {
        var file = folder.resolve("raw.log");
        var stop = new AtomicBoolean();
        var done = new LongAdder();
        var left = new CountDownLatch(clients);
        var thread = Executors.newSingleThreadExecutor();
        // A lone client has nobody to hand over to, as a lone run has not.
        try (var log = AppendLog.create(file, clients == 1 ? Runnable::run : thread)) {
            for (int i = 0; i < clients; i++) new Client("client-" + i, log, stop, done, left).next();
            Thread.sleep(warmUp.toMillis());
            var before = done.sum();
            var began = System.nanoTime();
            Thread.sleep(length.toMillis());
            var rate = (done.sum() - before) * 1e9 / (System.nanoTime() - began);
            stop.set(true);
            left.await();
            return rate;
        } finally {
            thread.shutdown();
            Files.deleteIfExists(file);
        }
    }

    /** The median time of one small append and its fdatasync, in microseconds. */
    static double fdatasyncMicros(Path folder, int times) throws IOException {
        var file = folder.resolve("raw.sync");
        var micros = new double[times];
        var record = ByteBuffer.allocateDirect(RECORD);
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int i = 0; i < times; i++) {
                var began = System.nanoTime();
                channel.write(record.clear());
                channel.force(false);
                micros[i] = (System.nanoTime() - began) / 1e3;
            }
        } finally {
            Files.deleteIfExists(file);
        }
        return Figures.percentile(micros, 50);
    }

    /** Has the next record written as soon as the one before is on disk. */
    private record Client(String key, AppendLog log, AtomicBoolean stop, LongAdder done, CountDownLatch left) {
        void next() {
            if (stop.get()) {
                left.countDown();
                return;
            }
            log.append(key, new byte[RECORD], () -> {
                done.increment();
                next();
            });
        }
    }
}
