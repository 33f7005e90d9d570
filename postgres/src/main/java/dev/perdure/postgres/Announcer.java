package dev.perdure.postgres;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of work and mail: at once in this process, and by NOTIFY in the others, at most one at a time of either kind, however
 * many commits there are; whoever misses one looks by itself now and then.
 */
final class Announcer {
    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);
    private static final String NOTIFY = "SELECT pg_notify(?, ?)";

    /** Says that runs have become claimable. */
    static final String WORK = "work";

    /** Says that owned runs have got signals. */
    static final String MAIL = "mail";

    private final Lane lane;
    private final String channel;
    private final List<Runnable> workListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> mailListeners = new CopyOnWriteArrayList<>();
    private final Set<Long> leases = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean workPending = new AtomicBoolean();
    private final AtomicBoolean mailPending = new AtomicBoolean();
    private volatile int sender;

    Announcer(Lane lane, String channel) {
        this.lane = lane;
        this.channel = channel;
    }

    void onWork(Runnable listener) {
        workListeners.add(listener);
    }

    void onMail(Consumer<String> listener) {
        mailListeners.add(listener);
    }

    /** A lease that was joined here: what it owns is in this process. */
    void joined(long token) {
        leases.add(token);
    }

    void left(long token) {
        leases.remove(token);
    }

    Set<Long> leases() {
        return leases;
    }

    /** Tells of what has just become durable. */
    void announce(News news) {
        for (var mailed : news.mail()) {
            if (leases.contains(mailed.owner())) mail(mailed.run());
            else notify(MAIL, mailPending);
        }
        if (!news.hasWork()) return;
        work();
        notify(WORK, workPending);
    }

    /** Tells of what becomes durable with a transaction of somebody else's, when it does. */
    void announceWithin(Session session, News news) throws SQLException {
        if (news.hasWork()) send(session, WORK);
        if (!news.mail().isEmpty()) send(session, MAIL);
    }

    /** Whether a notice of this server process was sent from here, where everybody has heard of it already. */
    boolean isOwn(int backend) {
        return backend == sender;
    }

    /** Tells of work, in this process. */
    void work() {
        workListeners.forEach(Runnable::run);
    }

    /** Tells of a signal, in this process. */
    void mail(String run) {
        for (var listener : mailListeners) listener.accept(run);
    }

    private void notify(String what, AtomicBoolean pending) {
        if (!pending.compareAndSet(false, true)) return;
        var sent = lane.submit("notifying", session -> {
            pending.set(false);
            sender = session.backend();
            return send(session, what);
        });
        sent.exceptionally(failure -> {
            pending.set(false);
            LOG.debug("other processes were not notified; they look by themselves", failure);
            return false;
        });
    }

    private boolean send(Session session, String what) throws SQLException {
        try (var row = session.bind(NOTIFY, channel, what).executeQuery()) {
            return row.next();
        }
    }
}
