package dev.perdure.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Another engine, which does the same on the same server, in a process of its own. */
final class Peer {
    private static final String DBOS = "dbos";

    private Peer() {}

    /** These figures, and this one beside the peer's, if one was asked for. */
    static Figures beside(Request request, Figures figures, String key, String... options) throws IOException {
        var peer = request.options().getOrDefault("peer", "");
        if (peer.isEmpty()) return figures;
        check(request, peer);
        var words = new ArrayList<>(List.of(request.workload().name(), PostgresServer.url()));
        for (var option : options) words.add(String.valueOf(request.count(option)));
        double theirs = figure(words);
        System.err.println("  " + peer + ": " + theirs);
        return figures.and(peer, theirs).and("ratio_to_" + peer, figures.value(key) / theirs);
    }

    private static void check(Request request, String peer) {
        if (!peer.equals(DBOS)) throw new Request.UsageError("there is no peer \"" + peer + "\"; there is " + DBOS);
        if (!request.store().name().equals("postgres"))
            throw new Request.UsageError(DBOS + " has no store but postgres, so measure on that");
    }

    private static double figure(List<String> words) throws IOException {
        var classes = System.getProperty("perdure.bench.peer", "");
        if (classes.isEmpty())
            throw new Request.UsageError("the peer's classes are missing; start with bench/run, which builds them");
        try (var child = ChildProcess.start("dev.perdure.bench.peers.dbos.Peer", classes, List.of(), words)) {
            return child.numberAfter("FIGURE");
        }
    }
}
