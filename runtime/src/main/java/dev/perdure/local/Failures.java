package dev.perdure.local;

import dev.perdure.PerdureException;
import dev.perdure.StoreUnavailable;
import dev.perdure.StoreUnusable;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What an error of the database means for a user. */
final class Failures {
    private Failures() {}

    /** The exception for an error met while doing something, such as {@code writing}. */
    static PerdureException of(SQLException error, String doing, Path file) {
        return switch (primary(error)) {
            case SQLITE_CORRUPT, SQLITE_NOTADB ->
                new StoreUnusable(
                        "SQLite found " + file + " damaged while " + doing + " (" + error.getMessage()
                                + "); keep a copy of the folder, then restore it from a backup, or save what can be read with"
                                + " sqlite3's .recover",
                        error);
            case SQLITE_FULL ->
                new StoreUnavailable(
                        "no room was left while " + doing + " " + file + " (" + error.getMessage()
                                + "); nothing of the write was kept. Free space, then open the store again",
                        error);
            case SQLITE_BUSY, SQLITE_LOCKED ->
                new StoreUnavailable(
                        "another program kept " + file + " locked while " + doing
                                + "; open it elsewhere for reading only, and open the store again",
                        error);
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH ->
                new StoreUnavailable(
                        "no access to " + file + " while " + doing + " (" + error.getMessage()
                                + "); let this user write the file and its folder, then open the store again",
                        error);
            default ->
                new StoreUnavailable(
                        "an error came up while " + doing + " " + file + " (" + error.getMessage()
                                + "); what was not acknowledged may or may not be durable. Mend the cause, then open the store"
                                + " again",
                        error);
        };
    }

    private static SQLiteErrorCode primary(SQLException error) {
        if (!(error instanceof SQLiteException failure)) return SQLiteErrorCode.UNKNOWN_ERROR;
        return SQLiteErrorCode.getErrorCode(failure.getResultCode().code & 0xff);
    }
}
