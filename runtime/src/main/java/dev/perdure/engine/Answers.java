package dev.perdure.engine;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears answers of the store. What goes wrong in the hearing is logged: nobody else would ever see it. */
final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private Answers() {}

    /** Asks the store: one that throws, which it should not, has answered with that. */
    static <T> CompletableFuture<T> asked(Supplier<CompletableFuture<T>> question) {
        try {
            return question.get();
        } catch (RuntimeException thrown) {
            return CompletableFuture.failedFuture(thrown);
        }
    }

    /** Asks the store, and calls back as {@link #to} does. */
    static <T> void ask(
            Supplier<CompletableFuture<T>> question, BiConsumer<? super @Nullable T, @Nullable Throwable> callback) {
        to(asked(question), callback);
    }

    /** Calls back with the answer or the failure; the other one is null. */
    @SuppressWarnings("FutureReturnValueIgnored") // nothing is left in it
    static <T> void to(CompletableFuture<T> question, BiConsumer<? super @Nullable T, @Nullable Throwable> callback) {
        question.whenComplete((answer, failure) -> {
            try {
                callback.accept(answer, failure == null ? null : Failures.unwrap(failure));
            } catch (RuntimeException | Error unexpected) {
                LOG.error("an answer of the store was not dealt with", unexpected);
            }
        });
    }
}
