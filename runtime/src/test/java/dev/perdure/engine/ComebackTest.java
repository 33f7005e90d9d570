package dev.perdure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.Run;
import dev.perdure.StoreUnavailable;
import dev.perdure.engine.seam.Scheduler;
import dev.perdure.store.Change;
import dev.perdure.store.Change.Next;
import dev.perdure.store.Claim;
import dev.perdure.store.ForwardingStore;
import dev.perdure.store.Lease;
import dev.perdure.store.MemoryStore;
import dev.perdure.store.Result;
import dev.perdure.store.RunImage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs that are woken and claimed again here before it is known that they have left memory. */
final class ComebackTest {
    private final Simulation sim = new Simulation();
    private final MemoryStore store = new MemoryStore(sim);
    private final Engine outside =
            Engine.open(store).node("outside").scheduler(sim.life()).start();
    private final List<String> log = new ArrayList<>();

    private Engine engine(ForwardingStore on, Shop.Desk desk) {
        return engine(on, desk, sim.life());
    }

    private Engine engine(ForwardingStore on, Shop.Desk desk, Scheduler scheduler) {
        Shop.elsewhere = what -> what.startsWith("complete?") ? "yes" : what;
        return Engine.open(on)
                .register(new Shop(desk))
                .scheduler(scheduler)
                .random(Simulation.noChance())
                .start();
    }

    @AfterEach
    void forget() {
        Shop.elsewhere = what -> what;
    }

    private Object end(Run<?> run) {
        var result = run.resultAsync();
        sim.until(result::isDone);
        return result.join();
    }

    private static boolean parks(List<? extends Change> changes) {
        return changes.get(0) instanceof Change.Step step && step.next() instanceof Next.Park;
    }

    /** Carries everything out at once; that a run was parked, and then that it was claimed, is told later. */
    private final class Hesitant extends ForwardingStore {
        private final Deque<Runnable> answers = new ArrayDeque<>();
        private boolean prompt;

        Hesitant() {
            super(store);
        }

        private <T> CompletableFuture<T> later(CompletableFuture<T> done) {
            var answer = new CompletableFuture<T>();
            answers.push(() -> answer.complete(done.join()));
            return answer;
        }

        /** Tells what was done, the latest first. */
        void tell() {
            prompt = true;
            while (!answers.isEmpty()) answers.pop().run();
        }

        @Override
        public CompletableFuture<List<Result>> commit(List<? extends Change> changes) {
            var done = super.commit(changes);
            return !prompt && parks(changes) ? later(done) : done;
        }

        @Override
        public CompletableFuture<List<RunImage>> claim(Lease lease, Claim claim) {
            var done = super.claim(lease, claim);
            return prompt || done.join().isEmpty() ? done : later(done);
        }
    }

    @Test
    void G9_signal_that_comes_while_a_run_is_on_its_way_out_and_back_reaches_it_at_once() {
        var hesitant = new Hesitant();
        var run = engine(hesitant, what -> what).start("r", Shop::approve, Duration.ofMillis(1_500));
        sim.until(() -> hesitant.answers.size() == 1);
        sim.let(Duration.ofMillis(900));
        outside.run("r").retry(); // so that it is claimed; its deadline is too near for it to leave again
        sim.until(() -> hesitant.answers.size() == 2);
        outside.signal("r", Shop.ANSWER, "yes");
        sim.let(Duration.ZERO);
        hesitant.tell();
        assertThat(end(run)).isEqualTo("yes/fetch yes");
    }

    /** Carries everything out at once; that a run was parked is told later, and that it was claimed then, never. */
    private final class Forgetful extends ForwardingStore {
        private final Deque<Runnable> answers = new ArrayDeque<>();
        private boolean tellsMeanwhile;
        private int lost;

        Forgetful() {
            super(store);
        }

        @Override
        public CompletableFuture<List<RunImage>> load(Collection<String> ids) {
            if (tellsMeanwhile && ids.isEmpty() && !answers.isEmpty())
                answers.pop().run();
            return super.load(ids);
        }

        @Override
        public CompletableFuture<List<Result>> commit(List<? extends Change> changes) {
            var done = super.commit(changes);
            if (lost > 0 || !parks(changes)) return done;
            var answer = new CompletableFuture<List<Result>>();
            answers.push(() -> answer.complete(done.join()));
            return answer;
        }

        @Override
        public CompletableFuture<List<RunImage>> claim(Lease lease, Claim claim) {
            var done = super.claim(lease, claim);
            if (lost > 0 || done.join().isEmpty()) return done;
            lost++;
            return CompletableFuture.failedFuture(new StoreUnavailable("no answer", null));
        }
    }

    @Test
    void G13_run_that_was_claimed_unheard_before_it_was_known_to_have_left_goes_on() {
        var forgetful = new Forgetful();
        var run = engine(forgetful, what -> what).start("r", Shop::approve, Duration.ofHours(1));
        sim.until(() -> forgetful.answers.size() == 1);
        outside.signal("r", Shop.ANSWER, "yes");
        sim.let(Duration.ofSeconds(5)); // meanwhile it is asked which runs were claimed
        assertThat(forgetful.lost).isEqualTo(1);
        forgetful.answers.pop().run();
        assertThat(end(run)).isEqualTo("yes/fetch yes");
    }

    @Test
    void G13_run_that_leaves_while_it_is_asked_which_were_claimed_unheard_goes_on() {
        var forgetful = new Forgetful();
        forgetful.tellsMeanwhile = true;
        var run = engine(forgetful, what -> what).start("r", Shop::approve, Duration.ofHours(1));
        sim.until(() -> forgetful.answers.size() == 1);
        outside.signal("r", Shop.ANSWER, "yes");
        assertThat(end(run)).isEqualTo("yes/fetch yes");
        assertThat(forgetful.lost).isEqualTo(1);
    }

    /** Does everything in order, but for what comes first after a claim, once that is asked for: it is kept. */
    private final class Overtaken extends ForwardingStore implements Scheduler {
        private final Simulation.Life life = sim.life();
        private final List<Runnable> kept = new ArrayList<>();
        private boolean asked;
        private boolean keeps;

        Overtaken() {
            super(store);
        }

        @Override
        public CompletableFuture<List<RunImage>> claim(Lease lease, Claim claim) {
            var done = super.claim(lease, claim);
            keeps = asked && kept.isEmpty() && !done.join().isEmpty();
            return done;
        }

        @Override
        public void execute(Runnable task) {
            if (keeps) kept.add(task);
            else life.execute(task);
            keeps = false;
        }

        @Override
        public Timer schedule(Duration delay, Runnable task) {
            return life.schedule(delay, task);
        }
    }

    @Test
    void G3_G9_mail_that_is_read_before_its_run_is_restored_changes_nothing_of_it() {
        var overtaken = new Overtaken();
        engine(overtaken, what -> what, overtaken).start("r", Shop::approve, Duration.ofHours(1));
        sim.let(Duration.ofSeconds(1));
        overtaken.asked = true;
        outside.run("r").retry();
        sim.let(Duration.ofSeconds(1));
        assertThat(overtaken.kept).hasSize(1); // it is claimed, and not yet looked at
        outside.run("r").complete("yes");
        sim.let(Duration.ofSeconds(1));
        overtaken.life.crash();

        var next = engine(new ForwardingStore(store) {}, what -> what); // finds it as it was
        assertThat(end(next.run("r"))).isEqualTo("yes/fetch yes");
    }

    /** Parks runs, and does not say so; then it cannot be asked for a while. */
    private final class Mute extends ForwardingStore {
        private boolean silent;

        Mute() {
            super(store);
        }

        @Override
        public CompletableFuture<List<Result>> commit(List<? extends Change> changes) {
            var done = super.commit(changes);
            if (!parks(changes)) return done;
            silent = true;
            return CompletableFuture.failedFuture(new StoreUnavailable("no answer", null));
        }

        @Override
        public CompletableFuture<List<RunImage>> load(Collection<String> ids) {
            return silent ? CompletableFuture.failedFuture(new StoreUnavailable("no answer", null)) : super.load(ids);
        }
    }

    @Test
    void G3_G6_step_of_unknown_outcome_is_not_written_over_what_its_run_has_done_since() {
        var mute = new Mute();
        var run = engine(mute, what -> {
                    log.add(what);
                    if (!what.equals("thanks")) return what;
                    // The former self, which asks twice a second, is told while the present one waits for its next
                    // attempt.
                    sim.pass(Duration.ofMillis(200));
                    mute.silent = false;
                    if (log.size() == 2) throw new Shop.Broken("not yet", 1);
                    return what;
                })
                .start("r", Shop::buy, "tea", 1);
        assertThat(end(run)).isEqualTo(List.of("tea0@r-0", "thanks"));
        assertThat(log).containsExactly("tea0@r-0", "thanks", "thanks");
    }
}
