package dev.perdure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.store.Change;
import dev.perdure.store.ForwardingStore;
import dev.perdure.store.MemoryStore;
import dev.perdure.store.Result;
import dev.perdure.store.Store;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class CommitterTest {
    private final List<List<String>> written = new ArrayList<>();
    private final Deque<CompletableFuture<List<Result>>> answers = new ArrayDeque<>();
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final List<String> told = new ArrayList<>();
    private final Committer committer = new Committer(store(), this::execute);
    private boolean refusing;

    @Test
    void lone_change_is_written_alone_and_told_of_at_once() {
        submit("a");
        assertThat(written).containsExactly(List.of("a"));
        answer();
        assertThat(told).containsExactly("a");
        assertThat(tasks).isEmpty();
    }

    @Test
    void what_has_come_meanwhile_is_on_its_way_before_anybody_is_told() {
        submit("a");
        submit("b");
        submit("c");
        answer();
        assertThat(written).containsExactly(List.of("a"), List.of("b", "c"));
        assertThat(told).isEmpty();
        tasks.remove().run();
        assertThat(told).containsExactly("a");
        answer();
        assertThat(told).containsExactly("a", "b", "c");
    }

    @Test
    void callers_are_told_though_the_threads_that_tell_are_gone() {
        submit("a");
        submit("b");
        answer(); // whoever was to tell of a has been shut down
        committer.close();
        assertThat(told).containsExactly("a");
        submit("c");
        answer();
        assertThat(told).containsExactly("a", "b");
        answer();
        assertThat(told).containsExactly("a", "b", "c");
        tasks.forEach(Runnable::run);
        assertThat(told).as("once each").containsExactly("a", "b", "c");
    }

    @Test
    void callers_are_told_though_the_threads_that_tell_refuse() {
        refusing = true;
        submit("a");
        submit("b");
        answer();
        assertThat(told).containsExactly("a");
    }

    @Test
    void failure_of_the_store_is_told_to_each_of_the_batch() {
        submit("a");
        submit("b");
        answer();
        tasks.remove().run();
        answers.remove().completeExceptionally(new IllegalStateException("away"));
        assertThat(told).containsExactly("a", "b: away");
    }

    @Test
    void each_of_a_batch_hears_what_became_of_its_own_change() {
        submit("a");
        for (String change : List.of("b", "c", "d")) submit(change);
        answer();
        tasks.remove().run();
        answers.remove().complete(List.of(Result.APPLIED, Result.of(Result.Status.FENCED), Result.APPLIED));
        assertThat(told).containsExactly("a", "b", "c: FENCED", "d");
    }

    private void execute(Runnable task) {
        if (refusing) throw new RejectedExecutionException("closed");
        tasks.add(task);
    }

    private void submit(String run) {
        committer.submit(new Change.Resume(run), new Committer.Callback() {
            @Override
            public void done(Result result) {
                told.add(result.applied() ? run : run + ": " + result.status());
            }

            @Override
            public void unsure(Throwable failure) {
                told.add(run + ": " + failure.getMessage());
            }
        });
    }

    private void answer() {
        var batch = written.get(written.size() - answers.size());
        answers.remove().complete(batch.stream().map(any -> Result.APPLIED).toList());
    }

    /** Takes batches, and answers when it is told to. */
    private Store store() {
        return new ForwardingStore(new MemoryStore(Clock.systemUTC())) {
            @Override
            public CompletableFuture<List<Result>> commit(List<? extends Change> changes) {
                var answer = new CompletableFuture<List<Result>>();
                written.add(changes.stream().map(Change::run).toList());
                answers.add(answer);
                return answer;
            }
        };
    }
}
