package dev.perdure.engine;

import dev.perdure.Run;
import dev.perdure.Signal;
import dev.perdure.StartOptions;
import dev.perdure.machine.Layout;
import java.sql.Connection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Starts and signals that are part of the caller's own transaction: they take place with the caller's rows or not at all. From
 * {@link Engine#within}; good for as long as that transaction. A run that is started so has a handle at once, but is not
 * there before the commit.
 */
@SuppressWarnings("overloads") // see Starts
public final class Joined extends Starts {
    private final Core core;
    private final Connection connection;

    Joined(Core core, Connection connection) {
        this.core = core;
        this.connection = connection;
    }

    @Override
    protected <R extends @Nullable Object> Run<R> begin(
            @Nullable String id, boolean named, Layout layout, List<@Nullable Object> arguments, StartOptions options) {
        var chosen = named ? core.desk.checked(id) : core.options.ids.next();
        return new RunHandle<>(core, core.desk, core.desk.start(connection, chosen, layout, arguments, options));
    }

    /**
     * Sends a signal.
     *
     * @throws dev.perdure.UnknownRun if there is no run of this id, as far as this transaction sees
     * @throws dev.perdure.RunEnded if the run has ended
     */
    public <S> void signal(String run, Signal<S> signal, S value) {
        core.desk.signal(connection, run, signal, value, null);
    }

    /** Sends a signal, once however often it is sent with this key. */
    public <S> void signal(String run, Signal<S> signal, S value, String key) {
        core.desk.signal(connection, run, signal, value, Desk.key(key));
    }
}
