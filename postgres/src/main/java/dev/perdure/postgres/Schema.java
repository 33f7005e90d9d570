package dev.perdure.postgres;

import dev.perdure.InvalidArgument;
import dev.perdure.StoreUnusable;
import dev.perdure.sql.Scripts;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

/** The schema that has the tables. */
final class Schema {
    static final Scripts SCRIPTS = new Scripts(Schema.class, "", List.of("V1__perdure.sql"));

    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
    private static final long LOCK = 0x70657264757265L;

    private final String name;

    Schema(String name) {
        if (!NAME.matcher(name).matches())
            throw new InvalidArgument("the schema name is \"" + name
                    + "\"; it must be of small letters, digits and underscores, begin with no digit and have at most 63"
                    + " characters");
        this.name = name;
    }

    /** What stands before the names of tables. */
    String prefix() {
        return '"' + name + "\".";
    }

    String channel() {
        return "perdure_" + name;
    }

    /** Makes or checks the tables. */
    void prepare(Session session, SchemaMode mode) throws SQLException {
        if (mode == SchemaMode.NONE) return;
        int found = version(session);
        if (found > SCRIPTS.version())
            throw new StoreUnusable(
                    "schema " + name + " is of version " + found + "; this release knows versions up to "
                            + SCRIPTS.version() + ". Use a release that knows it",
                    null);
        if (found == SCRIPTS.version()) return;
        if (mode == SchemaMode.VALIDATE)
            throw new StoreUnusable(
                    "schema " + name + (found == 0 ? " has no tables of this store" : " is of version " + found)
                            + "; run its scripts up to version " + SCRIPTS.version()
                            + " (on the class path at dev/perdure/postgres), or open the store with SchemaMode.CREATE",
                    null);
        create(session);
    }

    /** Several processes may want to at the same time: the first does it, the others wait for it. */
    private void create(Session session) throws SQLException {
        session.begin();
        session.bind("SELECT pg_advisory_xact_lock(?)", LOCK).execute();
        session.run("CREATE SCHEMA IF NOT EXISTS \"" + name + '"');
        int found = version(session);
        if (found < SCRIPTS.version()) {
            session.run("SET LOCAL search_path TO \"" + name + '"');
            SCRIPTS.run(session.connection(), found);
        }
        session.commit();
    }

    private int version(Session session) throws SQLException {
        try (var row = session.bind("SELECT to_regclass(?) IS NOT NULL", prefix() + "schema_version")
                .executeQuery()) {
            row.next();
            if (!row.getBoolean(1)) return 0;
        }
        try (var row = session.bind("SELECT max(version) FROM {}schema_version").executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }
}
