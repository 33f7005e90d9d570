package dev.perdure.tests.docs.operations;

import static dev.perdure.testkit.PerdureAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.CancelledException;
import dev.perdure.RunStatus.State;
import dev.perdure.engine.Engine;
import dev.perdure.local.LocalStore;
import dev.perdure.store.MemoryStore;
import dev.perdure.store.QueueLimits;
import dev.perdure.testkit.DurableTest;
import dev.perdure.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages about operations show, run. */
final class OperationsTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final List<String> log = new ArrayList<>();

    private String logged(String what) {
        log.add(what);
        return what + "!";
    }

    private static Jobs.Farm farm(List<String> polls) {
        return new Jobs.Farm() {
            @Override
            public String submit(String film) {
                return film + "-job";
            }

            @Override
            public boolean done(String job) {
                polls.add(job);
                return polls.size() > 2;
            }

            @Override
            public String url(String job) {
                polls.add(job);
                return polls.size() > 2 ? "https://" + job : "not yet";
            }
        };
    }

    @DurableTest
    void calls(TestEngine engine) {
        engine.register(new Calls(
                (card, cents, key) -> {
                    if (card.equals("bad")) throw new IOException("no connection");
                    return card + cents;
                },
                item -> item.length()));
        assertThat(engine.start("a", Calls::minimal, "visa")).returned("visa500");
        assertThat(engine.start("b", Calls::everyWord, "visa")).returned("visa500");
        var failing = engine.start("c", Calls::everyWord, "bad");
        engine.advance(HOUR);
        assertThat(failing).returned("none");
        assertThat(engine.start("d", Calls::bySteps, "visa", "tea")).returned("visa3");
        var refused = engine.start("e", Calls::bySteps, "bad", "tea");
        engine.advance(HOUR);
        assertThat(refused).returned("not paid: no connection");
    }

    @DurableTest
    void jobs(TestEngine engine) {
        var polls = new ArrayList<String>();
        Jobs.Render.farm = farm(polls);
        engine.register(new Jobs(Jobs.Render.farm));
        var run = engine.start("a", Jobs::minimal, "film");
        engine.advance(HOUR);
        assertThat(run).returned("https://film-job");
        polls.clear();
        var until = engine.start("b", Jobs::untilDone, "job");
        engine.advance(HOUR);
        assertThat(until).returned("https://job");
    }

    @Test
    void queues() {
        var store = new MemoryStore(Clock.systemUTC());
        try (var worker = Queued.worker(store, scene -> scene + ", rendered");
                var starter = Queued.starter(store)) {
            var once = Queued.once(starter);
            assertThat(once.result()).isEqualTo("a beach, rendered");
            var later = Queued.start(starter);
            assertThat(later.status().priority()).isEqualTo(10);
            assertThat(later.status().wakesAt()).isAfter(later.status().startedAt());
            Queued.change(starter);
            assertThat(worker.limits())
                    .containsExactly(QueueLimits.of("gpu").atOnce(16).perKey(1));
            assertThat(Queued.look(starter)).isEmpty();
        }
    }

    @DurableTest
    void stages(TestEngine engine) {
        engine.register(new Stages(url -> CompletableFuture.completedFuture("page of " + url)));
        assertThat(engine.start("a", Stages::minimal, "x")).returned("page of x");
        assertThat(engine.start("b", Stages::again, "x")).returned("page of x");
    }

    @DurableTest
    void signals(TestEngine engine) {
        engine.register(new Signals());
        var yes = new Signals.Decision(true, "ann");
        var run = engine.start("a", Signals::minimal);
        run.signal(Signals.DECISION, yes);
        assertThat(run).returned("ann");
        var late = engine.start("b", Signals::deadline);
        engine.advance(Duration.ofDays(3));
        assertThat(late).returned("nobody");
        var loop = engine.start("c", Signals::several, 2);
        loop.signal(Signals.DECISION, yes);
        loop.signal(Signals.DECISION, new Signals.Decision(false, "eve"));
        loop.signal(Signals.DECISION, new Signals.Decision(true, "bob"));
        assertThat(loop).returned(List.of("ann", "bob"));
    }

    @Test
    void sending_and_publishing() {
        try (var engine = Engine.open(new MemoryStore(Clock.systemUTC()))
                .register(new Signals())
                .start()) {
            var run = engine.start("a", Signals::minimal);
            var claim = engine.start("claim-7", Signals::minimal);
            Signals.send(engine, run);
            assertThat(run.result()).isEqualTo("ann");
            assertThat(claim.result()).isEqualTo("bob");
            var subscribers = List.of(engine.start(Signals::subscriber), engine.start(Signals::subscriber));
            for (var each : subscribers) while (each.status().state() != State.WAITING) Thread.onSpinWait();
            assertThat(Signals.publish(engine)).isEqualTo(2);
            for (var each : subscribers) assertThat(each.result()).isEqualTo("closed tomorrow");
        }
    }

    @DurableTest
    void callbacks(TestEngine engine) {
        engine.register(new Callbacks((order, url) -> log.add(url.substring(url.indexOf('=') + 1))));
        var run = engine.start("a", Callbacks::minimal, "o-1");
        assertThat(run).isWaitingAt("of");
        engine.complete(log.get(log.size() - 1), "paid");
        assertThat(run).returned("paid");
        var declined = engine.start("b", Callbacks::careful, "o-2");
        assertThat(declined).isWaitingAt("payment");
        engine.fail(log.get(log.size() - 1), "no money");
        assertThat(declined).returned("declined");
        var late = engine.start("c", Callbacks::careful, "o-3");
        engine.advance(Duration.ofDays(14));
        assertThat(late).returned("unpaid");
    }

    @Test
    void receiving_callbacks() {
        try (var engine = Engine.open(new MemoryStore(Clock.systemUTC()))
                .register(new Callbacks((order, url) -> logged(url.substring(url.indexOf('=') + 1))))
                .start()) {
            var run = engine.start("a", Callbacks::minimal, "o-1");
            while (run.status().state() != State.WAITING) Thread.onSpinWait();
            assertThat(Callbacks.receive(engine, log.get(0), "paid")).isEqualTo(204);
            assertThat(Callbacks.receive(engine, log.get(0), "paid")).isEqualTo(410);
            assertThat(run.result()).isEqualTo("paid");
        }
    }

    @DurableTest
    void timers(TestEngine engine) {
        engine.register(new Timers());
        var run = engine.start("a", Timers::minimal);
        var past = engine.start("b", Timers::until, engine.clock().instant().minus(HOUR));
        assertThat(past).is(State.DONE);
        var raced = engine.start("c", Timers::raced);
        engine.advance(Duration.ofDays(30));
        assertThat(run).is(State.DONE);
        assertThat(raced).returned("nobody answered");
    }

    @DurableTest
    void children(TestEngine engine) {
        engine.register(new Children(parcel -> {
            if (parcel.equals("bad")) throw new IllegalStateException("no paper");
            return "label " + parcel;
        }));
        assertThat(engine.start("a", Children::minimal, "p")).returned("label p");
        assertThat(engine.start("b", Children::many, List.of("p", "bad"))).returned(List.of("label p", "none"));
        assertThat(engine.start("c", Children::left, "p")).returned("label-of-p");
        assertThat(engine.run("label-of-p")).returned("label p");
    }

    @DurableTest
    void groups(TestEngine engine) {
        engine.register(new Groups(who -> {
            if (who.equals("nowhere")) throw new IllegalStateException("no such city");
            return "to " + who;
        }));
        var cities = List.of("Rome", "Oslo", "Bonn");
        assertThat(engine.start("a", Groups::pair)).returned("to rail and to hotel");
        assertThat(engine.start("b", Groups::first).result()).startsWith("to ");
        assertThat(engine.start("c", Groups::raced)).returned("to fast");
        assertThat(engine.start("d", Groups::most).result()).hasSize(2);
        assertThat(engine.start("e", Groups::each, cities)).returned(List.of("to Rome", "to Oslo", "to Bonn"));
        assertThat(engine.start("f", Groups::deep, cities)).returned(List.of("to to Rome", "to to Oslo", "to to Bonn"));
        var some = List.of("nowhere", "Rome", "Oslo");
        assertThat(engine.start("g", Groups::tolerant, some)).returned(2);
    }

    private final Undos.Desk desk = new Undos.Desk() {
        @Override
        public String reserve(String what) {
            return what;
        }

        @Override
        public void release(String booking) {
            logged("release " + booking);
        }

        @Override
        public String wire(String booking) {
            throw new IllegalStateException("the bank is closed");
        }

        @Override
        public void tell(String whom) {
            logged(whom);
        }
    };

    @DurableTest
    void cancellation_and_undo(TestEngine engine) {
        engine.register(new Undos(desk));
        assertThat(engine.start("a", Undos::undone, false)).returned("seatroom");
        assertThat(engine.start("b", Undos::kept)).returned("kept");
        assertThat(log).isEmpty();
        assertThat(engine.start("c", Undos::undone, true)).threw(IllegalStateException.class, "no table");
        assertThat(log.stream().distinct()).containsExactly("release room", "release seat");
        log.clear();
        var run = engine.start("d", Undos::patient);
        assertThat(run).isWaitingAt("sleep");
        Undos.cancel(run);
        assertThat(run).threw(CancelledException.class, "withdrawn").is(State.CANCELLED);
        assertThat(log.stream().distinct()).containsExactly("the customer", "the books");
    }

    @Test
    void policies_and_questions() {
        try (var engine = Guarded.policies(Engine.open(new MemoryStore(Clock.systemUTC()))
                        .register(new Guarded(this::logged))
                        .listener(new Guarded.Counting()))
                .start()) {
            assertThat(engine.start("a", Guarded::guarded).result()).isEqualTo("a-0!");
            assertThat(engine.start("b", Guarded::once).result()).isEqualTo("no key that it would know!");
            assertThat(engine.start("c", Guarded::keyed).result()).isEqualTo("c-0!");
            var run = engine.start("d", Guarded::importing, List.of("x", "y", "z"));
            assertThat(run.result()).isEqualTo(3);
            assertThat(Guarded.find(engine)).isEmpty();
            assertThat(Guarded.ask(run)).startsWith("null");
        }
    }

    @DurableTest
    void by_hand(TestEngine engine) {
        engine.register(new Guarded(key -> {
            throw new IllegalStateException("down");
        }));
        var run = engine.start("a", Guarded::keyed);
        engine.advance(HOUR);
        Guarded.byHand(run);
        assertThat(run).returned("paid at the counter");
    }

    @Test
    void transactions(@TempDir Path folder) throws Exception {
        Transactions.Accounts accounts = (connection, account, amount) -> {
            try (var upsert = connection.prepareStatement("INSERT INTO account VALUES (?, ?)"
                    + " ON CONFLICT (name) DO UPDATE SET balance = balance + excluded.balance RETURNING balance")) {
                upsert.setString(1, account);
                upsert.setInt(2, amount);
                try (var row = upsert.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            }
        };
        try (var engine = Engine.open(LocalStore.at(folder))
                .register(new Transactions(accounts))
                .start()) {
            Transactions.tables(engine);
            Transactions.tables(engine);
            Transactions.open(engine, accounts, "ann");
            assertThat(engine.run("welcome-ann", String.class).result()).isEqualTo("welcome, ann");
            assertThat(engine.start("d", Transactions::deposit, "ann", 50).result())
                    .isEqualTo(150);
        }
    }
}
