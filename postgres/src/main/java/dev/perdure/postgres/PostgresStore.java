package dev.perdure.postgres;

import dev.perdure.PerdureException;
import dev.perdure.StoreUnavailable;
import dev.perdure.store.Change;
import dev.perdure.store.Claim;
import dev.perdure.store.JoinableStore;
import dev.perdure.store.Lease;
import dev.perdure.store.Page;
import dev.perdure.store.Query;
import dev.perdure.store.QueueLimits;
import dev.perdure.store.Queues;
import dev.perdure.store.Result;
import dev.perdure.store.RunImage;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The store on PostgreSQL, version 14 or newer, which any number of processes share. What it acknowledges is committed, with
 * {@code synchronous_commit} on. No caller waits for the database: every operation is carried out on one of five threads, each
 * with a connection of its own, so that heartbeats never wait behind work. Safe for use by many threads.
 *
 * <p>Leases and due times go by the clock of the database's server. A process that is stopped, cut off or too slow to renew its
 * lease loses its runs to others, and whatever it still sends is rejected by the database, each change by itself.
 *
 * <p>When the connection breaks while a transaction commits, the store reads back whether that took place. It fails with {@link
 * StoreUnavailable} as long as the database cannot be reached, and goes on by itself afterwards.
 *
 * <p>People can look at the views {@code runs} and {@code checkpoints}. They must not write.
 */
public final class PostgresStore implements JoinableStore {
    private static final int CONNECT_SECONDS = 10;
    private static final int SOCKET_SECONDS = 40;
    private static final Duration SOON = Duration.ofMillis(20);
    private static final Duration LAST = Duration.ofSeconds(2);

    private final Lane commitLane;
    private final Lane claimLane;
    private final Lane heartbeatLane;
    private final Lane readLane;
    private final Watcher watcher;
    private final Commits commits;
    private final Claims claims;
    private final Leases leases;
    private final Reader reader;
    private final Joining joining;
    private final Lending lending;
    private final Announcer announcer;
    private final ServerClock clock;
    private final Mark commitMark;
    private final Mark claimMark;

    private PostgresStore(PostgresStoreBuilder options, Sessions sessions, ServerClock clock) {
        this.clock = clock;
        var threads = options.threads;
        var name = options.writer.get();
        var methods = new Names();
        commitLane = new Lane("commit", sessions, threads);
        claimLane = new Lane("claim", sessions, threads);
        heartbeatLane = new Lane("heartbeat", sessions, threads);
        readLane = new Lane("read", sessions, threads);
        announcer = new Announcer(readLane, options.schema.channel());
        commitMark = new Mark(name + "/commit");
        claimMark = new Mark(name + "/claim");
        commits = new Commits(commitLane, commitMark, methods, announcer);
        claims = new Claims(claimLane, claimMark, methods, clock);
        leases = new Leases(clock);
        reader = new Reader(methods);
        joining = new Joining(methods, announcer, sessions.prefix());
        lending = new Lending(options.source);
        watcher = new Watcher(sessions, announcer, options.schema.channel(), options.poll, options.ticks, threads);
    }

    /**
     * A store on the database of a JDBC URL, such as {@code jdbc:postgresql://db/shop?user=shop}. The store makes its own
     * connections, with keep-alive, and with timeouts where the URL sets none.
     */
    public static PostgresStoreBuilder at(String url) {
        var source = new PGSimpleDataSource();
        source.setUrl(Objects.requireNonNull(url, "url"));
        if (!says(url, "tcpKeepAlive")) source.setTcpKeepAlive(true);
        if (!says(url, "connectTimeout")) source.setConnectTimeout(CONNECT_SECONDS);
        if (!says(url, "loginTimeout")) source.setLoginTimeout(CONNECT_SECONDS);
        if (!says(url, "socketTimeout")) source.setSocketTimeout(SOCKET_SECONDS);
        return new PostgresStoreBuilder(source);
    }

    /** What was set before the URL would win over it. */
    private static boolean says(String url, String property) {
        return url.contains("?" + property + "=") || url.contains("&" + property + "=");
    }

    /** As {@link #at(String)}, as this user. */
    public static PostgresStoreBuilder at(String url, String user, String password) {
        var builder = at(url);
        var source = (PGSimpleDataSource) builder.source;
        source.setUser(user);
        source.setPassword(password);
        return builder;
    }

    /**
     * A store on connections from here. It takes five and keeps them for as long as it is open, so a pool has to have them to
     * spare; what it sets on them is reset before they go back. Set keep-alive and a socket timeout on what makes them.
     */
    public static PostgresStoreBuilder on(DataSource source) {
        return new PostgresStoreBuilder(source);
    }

    /** The statements that make the tables, for those who run them by other means. */
    public static String ddl() {
        return Schema.SCRIPTS.ddl();
    }

    static PostgresStore open(PostgresStoreBuilder options) {
        var schema = options.schema;
        var sessions = new Sessions(
                options.source, schema.prefix(), options.statementTimeout, options.lockTimeout, options.idleTimeout);
        var clock = new ServerClock(options.ticks);
        try {
            var session = sessions.open("open");
            try {
                schema.prepare(session, options.mode);
                try (var row = session.bind("SELECT {}micros()").executeQuery()) {
                    row.next();
                    clock.heard(row.getLong(1));
                }
            } finally {
                sessions.close(session);
            }
        } catch (SQLException e) {
            throw Failures.of(e, "opening the store");
        }
        return new PostgresStore(options, sessions, clock);
    }

    @Override
    public CompletableFuture<Lease> join(String node, Duration length) {
        return heartbeatLane
                .submit("joining", session -> leases.join(session, node, length))
                .thenApply(lease -> {
                    announcer.joined(lease.token());
                    announcer.work();
                    return lease;
                });
    }

    @Override
    public CompletableFuture<Lease> renew(Lease lease, Duration length) {
        return heartbeatLane.submit("renewing the lease", session -> leases.renew(session, lease, length));
    }

    @Override
    public CompletableFuture<Void> leave(Lease lease) {
        return heartbeatLane
                .submit("leaving", session -> leases.leave(session, lease))
                .thenAccept(left -> {
                    announcer.left(lease.token());
                    if (!left) return;
                    var news = new News();
                    news.work();
                    announcer.announce(news);
                });
    }

    @Override
    public CompletableFuture<List<Result>> commit(List<? extends Change> changes) {
        var batch = List.copyOf(changes);
        return commitLane.submit("committing", session -> commits.commit(batch));
    }

    @Override
    public List<Result> commit(Connection connection, List<? extends Change> changes) {
        var batch = List.copyOf(changes);
        try {
            // Not on the lane of commits, which may be waiting for a lock that the caller's transaction holds.
            readLane.submit("naming methods", session -> {
                        commits.prepare(session, batch);
                        return batch;
                    })
                    .join();
            return joining.apply(connection, batch);
        } catch (CompletionException e) {
            if (e.getCause() instanceof PerdureException failure) throw failure;
            throw e;
        } catch (SQLException e) {
            throw Failures.of(e, "taking part in a transaction");
        }
    }

    /**
     * Does something in a transaction, on a connection of its own: one from the {@link DataSource}, which should be a pool then, or
     * a new one for each transaction if the store was made from a URL.
     */
    @Override
    public <T extends @Nullable Object> T transaction(Work<T> work) throws Throwable {
        return lending.transaction(work);
    }

    @Override
    public CompletableFuture<List<RunImage>> claim(Lease lease, Claim claim) {
        return claimLane.submit("claiming", session -> claims.claim(lease, claim));
    }

    @Override
    public CompletableFuture<List<RunImage>> load(Collection<String> ids) {
        var wanted = List.copyOf(ids);
        // What is read must be final: not until a batch of which nobody knows can no longer come.
        if (commits.isUnsure())
            return commitLane
                    .submit("reading back", session -> {
                        commits.settle();
                        return wanted;
                    })
                    .thenCompose(this::read);
        return read(wanted);
    }

    private CompletableFuture<List<RunImage>> read(List<String> ids) {
        return readLane.submit("reading", session -> reader.load(session, ids));
    }

    @Override
    public CompletableFuture<Page> find(Query query) {
        // A node that looks for what its last claim has got must see it, once and for all.
        if (claims.isUnsure())
            return claimLane
                    .submit("reading back", session -> {
                        claims.settle();
                        return query;
                    })
                    .thenCompose(this::search);
        return search(query);
    }

    private CompletableFuture<Page> search(Query query) {
        return readLane.submit("searching", session -> reader.find(session, query));
    }

    @Override
    public CompletableFuture<Instant> nextDue(Set<String> methods, Queues queues) {
        var wanted = Set.copyOf(methods);
        return claimLane.submit("looking for what is due", session -> {
            var next = reader.nextDue(session, wanted, queues, claims.takeTooFast());
            if (!claims.takePassedBy()) return next;
            var soon = clock.now().plus(SOON);
            return soon.isBefore(next) ? soon : next;
        });
    }

    @Override
    public CompletableFuture<Void> limit(QueueLimits limits) {
        return claimLane
                .submit("setting limits", session -> Limits.put(session, limits))
                .thenAccept(put -> {
                    var news = new News();
                    news.work();
                    announcer.announce(news);
                });
    }

    @Override
    public CompletableFuture<List<QueueLimits>> limits() {
        return readLane.submit("reading limits", Limits::all);
    }

    @Override
    public CompletableFuture<Integer> prune(Instant endedBefore, int max) {
        return readLane.submit("pruning", session -> reader.prune(session, endedBefore, max));
    }

    /** The clock of the database's server, as far as known here: never ahead of it. */
    @Override
    public Instant now() {
        return clock.now();
    }

    @Override
    public void onWork(Runnable listener) {
        announcer.onWork(listener);
    }

    @Override
    public void onMail(Consumer<String> listener) {
        announcer.onMail(listener);
    }

    /** Lets what is under way end, for a few seconds, and gives the connections back. Closing twice does nothing. */
    @Override
    public void close() {
        remove(commitLane, commitMark);
        remove(claimLane, claimMark);
        watcher.close();
        for (Lane lane : List.of(commitLane, claimLane, heartbeatLane, readLane)) lane.close();
    }

    private static void remove(Lane lane, Mark mark) {
        if (lane.isClosed()) return;
        var removed = lane.submit("closing", session -> {
            mark.remove(session);
            return true;
        });
        try {
            removed.get(LAST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // A row that nobody needs stays.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
