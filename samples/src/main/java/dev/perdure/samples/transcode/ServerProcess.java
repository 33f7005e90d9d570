package dev.perdure.samples.transcode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The job server's process: found when it is there, started when it is not. */
final class ServerProcess {
    private final Path folder;
    private final List<String> options;

    ServerProcess(Path folder, List<String> options) {
        this.folder = folder;
        this.options = options;
    }

    /** A client of the server, which is started if nobody answers. */
    JobClient ensure() throws IOException, InterruptedException {
        var address = folder.resolve("address");
        if (Files.exists(address)) {
            var client = new JobClient(Files.readString(address));
            if (client.answers()) return client;
        }
        Files.createDirectories(folder);
        Files.deleteIfExists(folder.resolve("pid"));
        start();
        for (int i = 0; i < 500; i++) {
            Thread.sleep(20);
            if (Files.exists(folder.resolve("pid")) && Files.exists(address)) {
                var client = new JobClient(Files.readString(address));
                if (client.answers()) return client;
            }
        }
        throw new IOException("the job server did not start; see " + folder.resolve("server.out"));
    }

    private void start() throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                JobServer.class.getName(),
                "folder=" + folder));
        command.addAll(options);
        var log = folder.resolve("server.out").toFile();
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }
}
