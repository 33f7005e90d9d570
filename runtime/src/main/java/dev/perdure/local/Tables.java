package dev.perdure.local;

import dev.perdure.store.Queues;
import java.sql.SQLException;

/** All that the writer writes to. */
final class Tables {
    final RunTable runs;
    final HotTable hot;
    final FrameTables frames;
    final LetterTables letters;
    final Methods methods;
    final QueueTable queues;
    final Waiting waiting;
    final Waiting.Pairs pairs;
    final Counters counters;
    final Images images;

    Tables(Link writer) throws SQLException {
        runs = new RunTable(writer, new Waiting.Pairs());
        hot = new HotTable(writer);
        frames = new FrameTables(writer);
        letters = new LetterTables(writer);
        methods = new Methods(writer);
        queues = new QueueTable(writer);
        waiting = new Waiting(writer);
        pairs = runs.pairs();
        counters = new Counters(writer);
        images = new Images(writer, methods, queues);
        for (int queue : queues.served(Queues.ALL)) findPairs(queue);
    }

    /** Deletes an ended run with all that is kept of it. */
    void drop(long run) throws SQLException {
        frames.dropOutcome(run);
        letters.deleteSent(run);
        runs.delete(run);
    }

    /** Which methods may have runs that wait in a queue; what moves or waits for a signal is added when it is looked at. */
    private void findPairs(int queue) throws SQLException {
        for (int method : methods.all())
            if (queues.limits(queue) != null || waiting.waits(queue, method)) pairs.add(queue, method);
    }
}
