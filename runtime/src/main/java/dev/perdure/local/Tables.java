package dev.perdure.local;

import java.sql.SQLException;

/** All that the writer writes to. */
final class Tables {
    final RunTable runs;
    final HotTable hot;
    final FrameTables frames;
    final LetterTables letters;
    final Methods methods;
    final Counters counters;
    final Images images;

    Tables(Link writer) throws SQLException {
        runs = new RunTable(writer);
        hot = new HotTable(writer);
        frames = new FrameTables(writer);
        letters = new LetterTables(writer);
        methods = new Methods(writer);
        counters = new Counters(writer);
        images = new Images(writer, methods);
    }
}
