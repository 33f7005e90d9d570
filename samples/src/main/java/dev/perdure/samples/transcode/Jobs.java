package dev.perdure.samples.transcode;

import dev.perdure.samples.Book;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The server's jobs, in files, so that they survive it: {@code jobs} has the lines {@code submitted JOB KEY} and
 * {@code JOB done BYTES SHA256} or {@code JOB failed REASON}; sources and results lie beside it.
 */
final class Jobs implements AutoCloseable {
    private final Path folder;
    private final long effortMillis;
    private final Book book;
    private final Map<String, String> jobByKey = new HashMap<>();
    private final Map<String, String> states = new LinkedHashMap<>();
    private final ExecutorService workers = Executors.newFixedThreadPool(2);

    private Jobs(Path folder, long effortMillis, Book book) {
        this.folder = folder;
        this.effortMillis = effortMillis;
        this.book = book;
    }

    /** Opens the jobs of a folder and goes on with those that were not finished. */
    static Jobs open(Path folder, long effortMillis) throws IOException {
        var jobs = new Jobs(folder, effortMillis, Book.open(folder.resolve("jobs")));
        for (var line : Book.read(folder.resolve("jobs"))) jobs.reread(line);
        jobs.states.forEach((job, state) -> {
            if (state.equals("running")) jobs.workers.execute(() -> jobs.work(job));
        });
        return jobs;
    }

    /** A new job, or the one that this key got before. */
    synchronized String submit(String key, byte[] source) throws IOException {
        var before = jobByKey.get(key);
        if (before != null) return before;
        var job = "job-" + (jobByKey.size() + 1);
        Files.write(folder.resolve(job + ".wav"), source);
        book.add("submitted", job, key);
        jobByKey.put(key, job);
        states.put(job, "running");
        workers.execute(() -> work(job));
        return job;
    }

    synchronized String state(String job) {
        return states.getOrDefault(job, "unknown");
    }

    byte[] content(String job) throws IOException {
        return Files.readAllBytes(folder.resolve(job + ".ulaw.wav"));
    }

    @Override
    public void close() throws IOException {
        workers.shutdownNow();
        book.close();
    }

    private void reread(List<String> line) {
        if (line.get(0).equals("submitted")) {
            jobByKey.put(line.get(2), line.get(1));
            states.put(line.get(1), "running");
        } else {
            states.put(line.get(0), String.join(" ", line.subList(1, line.size())));
        }
    }

    private void work(String job) {
        try {
            Thread.sleep(effortMillis);
            var result = Wave.toUlaw(Files.readAllBytes(folder.resolve(job + ".wav")));
            Files.write(folder.resolve(job + ".ulaw.wav"), result);
            finish(job, "done " + result.length + " " + Digests.sha256(result));
        } catch (IOException broken) {
            finish(job, "failed " + broken.getMessage());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void finish(String job, String state) {
        book.add(job, state);
        states.put(job, state);
    }
}
