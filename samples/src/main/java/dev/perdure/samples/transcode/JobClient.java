package dev.perdure.samples.transcode;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Speaks to the job server.
 *
 * @param address where it listens, such as {@code http://127.0.0.1:8080}
 */
public record JobClient(String address) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /** Hands in a file; returns the job's id. The same key again gets the same job. */
    public String submit(Path source, String key) throws IOException {
        return text(request("/jobs?key=" + key).POST(BodyPublishers.ofFile(source)));
    }

    /** {@code running}, {@code done BYTES SHA256} or {@code failed REASON}. */
    public String state(String job) throws IOException {
        return text(request("/jobs/" + job));
    }

    /** What came of a job that is done. */
    public byte[] content(String job) throws IOException {
        return send(request("/jobs/" + job + "/content"));
    }

    /** Whether anybody listens there. */
    public boolean answers() {
        try {
            return text(request("/ping")).equals("here");
        } catch (IOException silent) {
            return false;
        }
    }

    /** Ends the server. */
    public void stop() throws IOException {
        text(request("/stop").POST(BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(5));
    }

    private static String text(HttpRequest.Builder request) throws IOException {
        return new String(send(request), StandardCharsets.UTF_8);
    }

    private static byte[] send(HttpRequest.Builder builder) throws IOException {
        var request = builder.build();
        try {
            var response = HTTP.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() == 200) return response.body();
            throw new IOException(request.method() + " " + request.uri() + ": status " + response.statusCode());
        } catch (InterruptedException cut) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(request.method() + " " + request.uri() + " was interrupted");
        }
    }
}
