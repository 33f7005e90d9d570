package dev.perdure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.store.Change;
import dev.perdure.store.ForwardingStore;
import dev.perdure.store.Lease;
import dev.perdure.store.MemoryStore;
import dev.perdure.store.Result;
import dev.perdure.weave.Body;
import dev.perdure.weave.Play;
import dev.perdure.weave.Plays;
import dev.perdure.weave.Scene;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What threads hand over to each other without a lock, in many orders of their steps. */
final class HandOverTest {
    private final Plays plays = Plays.ofFewSteps();

    @Test
    void G7_turns_of_a_run_never_overlap_and_forget_nothing() {
        plays.play(Turns.class);
    }

    static final class Turns implements Scene {
        private final LiveRun run = run();
        private int inside;
        private int done;
        private int settled;

        @Override
        public void play(Play play) {
            Body body = () -> {
                for (int i = 0; i < 2; i++)
                    if (run.queue(this::task))
                        assertThat(run.turn(this::settle)).isEmpty();
            };
            play.together(body, body, body);
            assertThat(done).isEqualTo(6);
            assertThat(settled).as("what was settled after the last").isEqualTo(6);
        }

        private void task() {
            assertThat(++inside).as("turns at once").isEqualTo(1);
            done++;
            inside--;
        }

        private void settle() {
            settled = done;
        }
    }

    private static LiveRun run() {
        return new LiveRun("r", "m", new Lease("n", 1, Instant.MAX));
    }

    @Test
    void G7_worker_of_a_run_that_is_stopped_is_interrupted_and_only_then() {
        plays.play(Stop.class);
    }

    static final class Stop implements Scene {
        private final LiveRun run = run();
        private final boolean[] cancelled = new boolean[2];
        private boolean stopped;

        @Override
        public void play(Play play) {
            play.together(this::work, this::work, () -> arm(0), () -> arm(1), () -> {
                run.stop();
                stopped = true;
            });
            assertThat(run.enter()).isFalse();
            assertThat(cancelled).as("alarms that were taken back").containsExactly(true, true);
        }

        private void work() {
            if (!run.enter()) return;
            if (stopped) assertThat(Thread.currentThread().isInterrupted()).isTrue();
            run.leave();
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }

        private void arm(int number) {
            run.arm(() -> cancelled[number] = true);
        }
    }

    @Test
    void G2_each_change_of_a_batch_hears_once_of_its_own_end() {
        plays.play(Batches.class);
    }

    @Test
    void G2_each_change_hears_of_its_end_though_the_engine_is_closed_meanwhile() {
        plays.play(LastBatches.class);
    }

    static class Batches implements Scene {
        private final Map<String, String> answered = new HashMap<>();
        private final Map<String, String> heard = new HashMap<>();
        private int underWay;

        /** The threads that tell of batches are. */
        private boolean gone;

        @Override
        public void play(Play play) {
            var crew = new Crew(play, 2);
            var committer = new Committer(
                    store(play, crew),
                    task -> crew.execute(() -> {
                        if (!gone) task.run();
                    }));
            var changes = new int[3];
            for (int i = 0; i < 3; i++) changes[i] = play.chance().nextInt(3);
            int all = IntStream.of(changes).sum();
            int first = play.chance().nextInt(all + 1);
            play.together(
                    () -> submit(committer, "a", changes[0]),
                    () -> submit(committer, "b", changes[1]),
                    () -> submit(committer, "c", changes[2]),
                    () -> meanwhile(play, committer, first));
            play.await(() -> heard.size() == all && underWay == 0);
            assertThat(heard).isEqualTo(answered);
        }

        void meanwhile(Play play, Committer committer, int first) {}

        final void close(Play play, Committer committer, int first) {
            play.await(() -> answered.size() >= first);
            gone = true;
            committer.close();
        }

        private void submit(Committer committer, String who, int times) {
            for (int i = 0; i < times; i++) {
                var run = who + i;
                committer.submit(new Change.Resume(run), new Committer.Callback() {
                    @Override
                    public void done(Result result) {
                        hear(run, result.status().name());
                    }

                    @Override
                    public void unsure(Throwable failure) {
                        hear(run, "" + failure.getMessage());
                    }
                });
            }
        }

        private void hear(String run, String what) {
            assertThat(heard.put(run, what)).as("what %s has heard before", run).isNull();
        }

        /** Answers at once or later, and not all the same. */
        private ForwardingStore store(Play play, Crew crew) {
            return new ForwardingStore(new MemoryStore(play.clock())) {
                @Override
                public CompletableFuture<List<Result>> commit(List<? extends Change> changes) {
                    assertThat(++underWay).as("batches at once").isEqualTo(1);
                    var answer = new CompletableFuture<List<Result>>();
                    boolean away = play.chance().nextInt(5) == 0;
                    Runnable end = () -> answer(changes, away, answer);
                    if (play.chance().nextBoolean()) end.run();
                    else crew.execute(end);
                    return answer;
                }
            };
        }

        private void answer(List<? extends Change> changes, boolean away, CompletableFuture<List<Result>> answer) {
            var results = new ArrayList<Result>();
            for (Change change : changes) {
                var status = change.run().endsWith("1") ? Result.Status.FENCED : Result.Status.APPLIED;
                results.add(Result.of(status));
                assertThat(answered.put(change.run(), away ? "away" : status.name()))
                        .isNull();
            }
            underWay--;
            if (away) answer.completeExceptionally(new IllegalStateException("away"));
            else answer.complete(results);
        }
    }

    static final class LastBatches extends Batches {
        @Override
        void meanwhile(Play play, Committer committer, int first) {
            close(play, committer, first);
        }
    }
}
