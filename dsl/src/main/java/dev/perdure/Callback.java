package dev.perdure;

import java.util.Objects;

/**
 * A value that an outside system will give later, through a token that it is handed: {@code await(callback).get()} hands the
 * token over and parks until somebody completes it, in any process, with {@code engine.complete(token, value)} or {@code
 * engine.fail(token, why)}.
 *
 * <pre>{@code
 * var payment = await(Callback.of(Payment.class, token -> provider.charge(order, "https://shop/paid?token=" + token)))
 *         .withDeadline(ofDays(1))
 *         .get();
 * }</pre>
 *
 * <p>A token is an unguessable secret that works once. Only its hash is stored, and that before the token is handed over. If the
 * process dies meanwhile, or handing over fails and is retried, another token is handed over; each of them can complete the
 * await, the first one does.
 *
 * @param <T> the value
 * @param type the class of the value
 * @param hand hands the token to the outside system
 */
public record Callback<T>(Class<T> type, Hand hand) {
    /** Checks the parts. */
    public Callback {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(hand, "hand");
    }

    /** Hands a token to an outside system. */
    @FunctionalInterface
    public interface Hand {
        /** Hands it over. May be called again with another token, after a failure or a crash. */
        void over(String token) throws Exception;
    }

    /** A callback with a value of this class. */
    public static <T> Callback<T> of(Class<T> type, Hand hand) {
        return new Callback<>(type, hand);
    }
}
