package dev.perdure;

import java.sql.Connection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Work in a transaction of the store's database: {@code await(tx(connection -> …)).get()} commits what it writes and its outcome
 * together, so that its effect takes place exactly once, whatever crashes. Made by {@link Perdure#tx}.
 *
 * @param <T> its result
 * @param <X> its checked exceptions
 * @param work what is done
 */
public record Tx<T extends @Nullable Object, X extends Exception>(Work<T, X> work) {
    /** Checks the work. */
    public Tx {
        Objects.requireNonNull(work, "work");
    }

    /** What is done in a transaction. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object, X extends Exception> {
        /**
         * Does it. What it throws rolls the transaction back and is a failed attempt of the await.
         *
         * @param connection good until this returns; the engine commits it, and refuses to have it committed, rolled back or
         *     closed here
         */
        T in(Connection connection) throws X;
    }
}
