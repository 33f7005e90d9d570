package dev.perdure.samples.transcode;

import dev.perdure.Job;
import java.io.IOException;

/**
 * A job on the server. It is a record of plain values, so that it is saved as it stands and can be asked again by whichever
 * process goes on.
 *
 * @param server where the server listens
 * @param job the job's id there
 */
public record Transcoding(String server, String job) implements Job<Rendition> {
    @Override
    public boolean complete() throws IOException {
        return !state().startsWith("running");
    }

    @Override
    public Rendition get() throws IOException {
        var words = state().split(" ");
        if (!words[0].equals("done")) throw new IOException("job " + job + " " + String.join(" ", words));
        return new Rendition(Long.parseLong(words[1]), words[2]);
    }

    private String state() throws IOException {
        return new JobClient(server).state(job);
    }
}
