package dev.perdure.postgres;

import java.sql.SQLException;

/**
 * Numbers the transactions of one lane in the database, so that after a lost acknowledgement it can be read back whether the
 * last one took place. Each transaction raises the number first, under a fence; reading back moves the fence, so that a
 * transaction that is still on its way can only fail.
 */
final class Mark {
    private static final String RAISE =
            "UPDATE {}writer SET batch = ? WHERE id = ? AND batch = ? AND fence = ? RETURNING batch";

    private final String id;
    private long batch;
    private long fence;
    private boolean known;
    private volatile boolean unsure;

    Mark(String id) {
        this.id = id;
    }

    /** Whether the last transaction may or may not have taken place. */
    boolean isUnsure() {
        return unsure;
    }

    /** The number that the next transaction gets. */
    long next() {
        return batch + 1;
    }

    /** Begins a statement that has effect only if the number was raised: then {@code mark} has a row. */
    Compound raise() {
        return new Compound().with("mark", RAISE, batch + 1, id, batch, fence);
    }

    /** Whether the transaction under way has raised the number. */
    boolean isRaised(Session session) throws SQLException {
        try (var row =
                session.bind("SELECT batch FROM {}writer WHERE id = ?", id).executeQuery()) {
            return row.next() && row.getLong(1) == batch + 1;
        }
    }

    /** The transaction is about to be committed. */
    void committing() {
        unsure = true;
    }

    /** It has been. */
    void committed() {
        batch++;
        unsure = false;
    }

    /** It has not been, for sure. */
    void failed() {
        unsure = false;
    }

    /** Makes sure that the row is there and that nothing of before is under way; true if the unsure transaction took place. */
    boolean settle(Session session) throws SQLException {
        if (known && !unsure) return false;
        var written = read(session);
        boolean tookPlace = unsure && written == batch + 1;
        batch = written;
        known = true;
        unsure = false;
        return tookPlace;
    }

    private long read(Session session) throws SQLException {
        fence++;
        var upsert = session.bind(
                "INSERT INTO {}writer AS w (id, batch, fence, since) VALUES (?, 0, ?, {}micros())"
                        + " ON CONFLICT (id) DO UPDATE SET fence = excluded.fence RETURNING w.batch",
                id,
                fence);
        try (var row = upsert.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The row is gone, or not ours any more: it is made anew before the next transaction. */
    void lost() {
        known = false;
        unsure = false;
    }

    /** Removes the row; for closing in good order. */
    void remove(Session session) throws SQLException {
        session.bind("DELETE FROM {}writer WHERE id = ?", id).executeUpdate();
    }
}
