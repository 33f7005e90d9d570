package dev.perdure;

import java.util.Objects;

/**
 * A typed name under which a run can be told something: {@code await(APPROVAL).get()} waits for it,
 * {@code run.signal(APPROVAL, value)} sends it. Signals are durable, arrive in order per sender, are consumed once, and wait
 * in the run's mailbox if they come early.
 *
 * @param <T> the value it carries
 * @param name the name, one line of at most 255 characters that does not begin with {@code @}; unique among the signals one method waits for
 * @param type the class of the value
 */
public record Signal<T>(String name, Class<T> type) {
    /** Checks the name. */
    public Signal {
        Objects.requireNonNull(type, "type");
        Checks.name("signal name", name);
        if (name.startsWith("@") || name.indexOf('\n') >= 0)
            throw Checks.bad("signal name", "\"" + name + "\"", "one line that does not begin with @");
    }

    /** A signal of this name and type. */
    public static <T> Signal<T> of(String name, Class<T> type) {
        return new Signal<>(name, type);
    }
}
