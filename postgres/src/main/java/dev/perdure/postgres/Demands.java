package dev.perdure.postgres;

import dev.perdure.Finding;
import dev.perdure.StoreUnusable;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What a server must be like. Asked of every connection: behind one address there may be another server after a failover. */
final class Demands {
    private static final int OLDEST = 140_000;

    private static final String STATE = "SELECT current_setting('server_version_num')::integer,"
            + " current_setting('server_version'), current_setting('synchronous_commit', true),"
            + " current_setting('fsync', true), pg_is_in_recovery(),"
            + " current_setting('default_transaction_read_only', true)";

    private Demands() {}

    /** Refuses a server that may lose what it acknowledges, only reads or is too old. */
    static void check(Session session) throws SQLException {
        try (var row = session.bind(STATE).executeQuery()) {
            row.next();
            if (row.getInt(1) < OLDEST)
                throw new StoreUnusable(
                        Finding.STORE_TOO_OLD,
                        "the server is PostgreSQL " + row.getString(2) + "; 14 or newer is needed",
                        null);
            if (isOff(row, 3)) throw notDurable("synchronous_commit", "the database or the role");
            if (isOff(row, 4)) throw notDurable("fsync", "the server");
            if (row.getBoolean(5)) throw readOnly("it is a standby");
            if ("on".equals(row.getString(6))) throw readOnly("default_transaction_read_only is on");
        }
    }

    private static boolean isOff(ResultSet row, int column) throws SQLException {
        return "off".equals(row.getString(column));
    }

    private static StoreUnusable notDurable(String setting, String where) {
        return new StoreUnusable(
                Finding.STORE_NOT_DURABLE,
                setting + " is off, so the server acknowledges what it may lose; set it to on, for " + where,
                null);
    }

    private static StoreUnusable readOnly(String because) {
        return new StoreUnusable(
                Finding.STORE_READ_ONLY,
                "the server does not take writes: " + because
                        + "; connect to the primary (targetServerType=primary in a URL of several hosts)",
                null);
    }
}
