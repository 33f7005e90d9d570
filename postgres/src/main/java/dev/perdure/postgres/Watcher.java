package dev.perdure.postgres;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of what other processes have done: by LISTEN where there is such a thing, and by looking now and then, which is what
 * counts. It has a thread and a connection of its own.
 */
final class Watcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watcher.class);
    private static final Duration AGAIN = Duration.ofMillis(500);

    private final Sessions sessions;
    private final Announcer announcer;
    private final String channel;
    private final Duration every;
    private final LongSupplier ticks;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private final Map<String, Long> told = new HashMap<>();
    private volatile @Nullable Session session;

    /** When everything was last looked for, whatever notices came. */
    private long looked;

    Watcher(
            Sessions sessions,
            Announcer announcer,
            String channel,
            Duration every,
            LongSupplier ticks,
            ThreadFactory threads) {
        this.sessions = sessions;
        this.announcer = announcer;
        this.channel = channel;
        this.every = every;
        this.ticks = ticks;
        looked = ticks.getAsLong();
        thread = threads.newThread(this::watch);
        thread.setName("perdure-watch");
        thread.start();
    }

    private void watch() {
        try {
            while (closing.getCount() > 0) {
                try {
                    look(opened());
                } catch (SQLException | RuntimeException e) {
                    if (closing.getCount() > 0) LOG.debug("watching was broken off", e);
                    discard();
                    closing.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("watching has ended", e);
        } finally {
            discard();
        }
    }

    private Session opened() throws SQLException {
        var open = session;
        if (open != null) return open;
        open = sessions.open("watch");
        session = open;
        try {
            open.run("LISTEN \"" + channel + '"');
        } catch (SQLException e) {
            if (Failures.disconnects(e)) throw e;
            LOG.debug("no LISTEN here; looking now and then has to do", e);
        }
        return open;
    }

    private void look(Session open) throws SQLException {
        if (closing.getCount() == 0) return; // whoever closes cuts off only what is open by then
        var notices = open.connection().unwrap(PGConnection.class).getNotifications(patience());
        if (closing.getCount() == 0) return;
        boolean none = notices == null || notices.length == 0;
        // Also where notices keep coming: those of one kind say nothing of the other, and one may have been lost.
        boolean all = none || ticks.getAsLong() - looked >= every.toNanos();
        if (all) looked = ticks.getAsLong();
        boolean mail = all;
        boolean work = all;
        for (var notice : notices == null ? new PGNotification[0] : notices) {
            if (announcer.isOwn(notice.getPID())) continue;
            mail |= notice.getParameter().equals(Announcer.MAIL);
            work |= notice.getParameter().equals(Announcer.WORK);
        }
        if (mail) mail(open);
        if (work) announcer.work();
    }

    /** Milliseconds until everything is looked for, but never 0, which would be without end. */
    private int patience() {
        long left = every.toNanos() - (ticks.getAsLong() - looked);
        return (int) Math.max(1, Math.min(left / 1_000_000, every.toMillis()));
    }

    /** Tells of signals to what is owned here, each once. */
    private void mail(Session open) throws SQLException {
        var leases = announcer.leases();
        if (leases.isEmpty()) return;
        var now = new HashMap<String, Long>();
        var query = open.bind(
                "SELECT id, last_letter FROM {}run WHERE status = 1 AND letters > 0 AND owner = ANY(?::bigint[])",
                Rows.numbers(leases));
        open.each(query, row -> now.put(row.getString(1), row.getLong(2)));
        now.forEach((run, letter) -> {
            if (!letter.equals(told.get(run))) announcer.mail(run);
        });
        told.clear();
        told.putAll(now);
    }

    private void discard() {
        var open = session;
        session = null;
        if (open != null) sessions.close(open);
    }

    @Override
    public void close() {
        closing.countDown();
        var open = session;
        if (open != null) sessions.abort(open);
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
