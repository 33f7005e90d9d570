package dev.perdure.postgres;

import dev.perdure.Finding;
import dev.perdure.PerdureException;
import dev.perdure.StoreUnavailable;
import dev.perdure.StoreUnusable;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What an error of the database means. */
final class Failures {
    private Failures() {}

    /** The exception for an error met while doing something, such as {@code committing}. */
    static PerdureException of(SQLException error, String doing) {
        return switch (state(error)) {
            case "25006" ->
                new StoreUnusable(
                        Finding.STORE_READ_ONLY,
                        "the server only reads (" + error.getMessage() + "); connect to the primary",
                        error);
            case "42P01", "42703", "42883", "3F000" ->
                new StoreUnusable(
                        "the schema lacks something while " + doing + " (" + error.getMessage()
                                + "); run the scripts of this version, or open the store with SchemaMode.CREATE",
                        error);
            case "42501" ->
                new StoreUnavailable(
                        "this user may not do what is needed while " + doing + " (" + error.getMessage()
                                + "); grant it the rights on the schema and its tables",
                        error);
            default ->
                new StoreUnavailable(
                        "the database did not do its part while " + doing + " (" + error.getMessage()
                                + "); what was not acknowledged may or may not be durable",
                        error);
        };
    }

    /** Whether the same may be tried again at once: the transaction gave way to another one and has left nothing. */
    static boolean gaveWay(SQLException error) {
        return switch (state(error)) {
            case "40001", "40P01", "55P03" -> true;
            default -> false;
        };
    }

    /** Whether the connection is of no more use. */
    static boolean disconnects(SQLException error) {
        var state = state(error);
        return state.isEmpty()
                || state.startsWith("08")
                || state.startsWith("57P")
                || state.equals("25P03")
                || state.equals("25006")
                || state.startsWith("XX")
                || state.startsWith("58");
    }

    private static String state(SQLException error) {
        @Nullable String state = error.getSQLState();
        return state == null ? "" : state;
    }
}
