package dev.perdure.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.AttemptTimedOut;
import dev.perdure.CallbackFailed;
import dev.perdure.CallbackRejected;
import dev.perdure.CancelledException;
import dev.perdure.Close;
import dev.perdure.DeadlineExceeded;
import dev.perdure.Run;
import dev.perdure.RunFailed;
import dev.perdure.RunStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Children, callbacks and stages. */
final class FamilyTest implements Family.World {
    private final World world = new World();
    private final List<String> log = new ArrayList<>();
    private final List<CompletableFuture<String>> stages = new ArrayList<>();
    private final Family family = new Family(this);
    private UnaryOperator<String> answers = what -> what;

    @Override
    public String call(String what) throws Exception {
        log.add(what);
        var answer = answers.apply(what);
        if (answer.startsWith("!")) throw new Shop.Broken(answer, 1);
        return answer;
    }

    @Override
    public CompletionStage<String> stage() {
        var stage = new CompletableFuture<String>();
        stages.add(stage);
        return stage;
    }

    private Throwable failure(Run<?> run) {
        return Objects.requireNonNull(((RunFailed) Objects.requireNonNull(world.end(run))).getCause());
    }

    @Test
    void G11_outcome_of_a_child_reaches_its_parent_early_or_late() {
        var engine = world.engine(family);
        assertThat(world.end(engine.start("a", Family::parent, "x", Duration.ofHours(1))))
                .isEqualTo("x!?");
        assertThat(world.end(engine.start("b", Family::parent, "y", Duration.ZERO)))
                .isEqualTo("y!?");
        assertThat(log).containsExactly("child x", "x!", "child y", "y!");
    }

    @Test
    void G11_child_is_one_and_heard_of_once_when_the_process_dies_meanwhile() {
        world.engine(family).start("a", Family::parent, "x", Duration.ofHours(1));
        for (int i = 0; i < 8; i++) {
            world.sim.let(Duration.ofMinutes(5));
            world.crash();
            world.engine(family);
        }
        assertThat(world.end(world.engine(family).run("a"))).isEqualTo("x!?");
        assertThat(log).containsExactly("child x", "x!");
    }

    @Test
    void failure_of_a_child_is_thrown_where_it_is_awaited() {
        answers = what -> what.equals("x!") ? "!no" : what;
        var run = world.engine(family).start("a", Family::parent, "x", Duration.ZERO);
        assertThat(failure(run)).isInstanceOf(RunFailed.class).hasCauseInstanceOf(Shop.Broken.class);
    }

    @Test
    void end_of_a_parent_waits_for_its_child() {
        var engine = world.engine(family);
        var run = engine.start("a", Family::leave, "x", Close.WAIT);
        world.sim.let(Duration.ofMinutes(5));
        assertThat(run.status().state()).isEqualTo(RunStatus.State.WAITING);
        world.crash();
        assertThat(world.end(world.engine(family).run("a"))).isEqualTo("left");
        assertThat(log).containsExactly("child x", "x!");
    }

    @Test
    void child_is_cancelled_with_its_parents_end() {
        var engine = world.engine(family);
        assertThat(world.end(engine.start("a", Family::leave, "x", Close.CANCEL)))
                .isEqualTo("left");
        assertThat(failure(engine.run("a/0"))).isInstanceOf(CancelledException.class);
        assertThat(log).containsExactly("child x");
    }

    @Test
    void abandoned_child_goes_on() {
        var engine = world.engine(family);
        assertThat(world.end(engine.start("a", Family::leave, "x", Close.ABANDON)))
                .isEqualTo("left");
        assertThat(world.end(engine.run("a/0"))).isEqualTo("x!");
    }

    @Test
    void cancellation_reaches_the_children() {
        var engine = world.engine(family);
        var run = engine.start("a", Family::parent, "x", Duration.ofHours(1));
        world.sim.let(Duration.ofMinutes(1));
        run.cancel("enough");
        assertThat(failure(run)).isInstanceOf(CancelledException.class);
        assertThat(failure(engine.run("a/0"))).isInstanceOf(CancelledException.class);
        assertThat(log).containsExactly("child x");
    }

    @Test
    void callback_is_completed_by_its_token_in_another_process_once() {
        var run = world.engine(family).start("a", Family::pay, Duration.ofDays(1));
        world.sim.let(Duration.ofMinutes(1));
        world.crash();
        var token = log.get(0);
        assertThat(world.checkpoint("a")).doesNotContain(token).doesNotContain(token.substring(token.indexOf('.') + 1));
        var engine = world.engine(family);
        engine.complete(token, "paid");
        assertThatThrownBy(() -> engine.complete(token, "again")).isInstanceOf(CallbackRejected.class);
        assertThat(world.end(engine.run("a"))).isEqualTo("paid");
        assertThatThrownBy(() -> engine.complete(token, "again")).isInstanceOf(CallbackRejected.class);
        assertThat(run.id()).isEqualTo("a");
    }

    @Test
    void forged_and_foreign_tokens_are_rejected() {
        var engine = world.engine(family);
        engine.start("a", Family::pay, Duration.ofDays(1));
        world.sim.let(Duration.ofMinutes(1));
        var token = log.get(0);
        for (String bad :
                List.of("", "x", "YQ.", token + "0", token.substring(0, token.length() - 1), "YQ." + "0".repeat(40)))
            assertThatThrownBy(() -> engine.complete(bad, "paid"))
                    .as(bad)
                    .isInstanceOf(CallbackRejected.class)
                    .message()
                    .doesNotContain("0000");
    }

    @Test
    void callback_can_be_failed_and_expires() {
        var engine = world.engine(family);
        var run = engine.start("a", Family::pay, Duration.ofDays(1));
        world.sim.let(Duration.ofMinutes(1));
        engine.fail(log.get(0), "declined");
        assertThat(failure(run)).isInstanceOf(CallbackFailed.class).hasMessageContaining("declined");

        var late = engine.start("b", Family::pay, Duration.ofDays(1));
        assertThat(failure(late)).isInstanceOf(DeadlineExceeded.class);
        assertThatThrownBy(() -> engine.complete(log.get(1), "paid")).isInstanceOf(CallbackRejected.class);
    }

    @Test
    void token_that_is_void_by_its_deadline_leaves_nothing_behind() {
        answers = what -> log.size() < 3 ? "!away" : what;
        var engine = world.engine(family);
        var run = engine.start("a", Family::pay, Duration.ofHours(1));
        world.sim.let(Duration.ofMinutes(59));
        world.crash();
        var again = world.engine(family);
        assertThat(failure(again.run("a"))).isInstanceOf(DeadlineExceeded.class);
        for (String token : log)
            assertThatThrownBy(() -> again.complete(token, "paid")).isInstanceOf(CallbackRejected.class);
        assertThat(run.id()).isEqualTo("a");
    }

    @Test
    void token_is_handed_over_again_when_that_fails_and_each_of_them_is_good() {
        answers = what -> log.size() < 3 ? "!away" : what;
        var engine = world.engine(family);
        var run = engine.start("a", Family::pay, Duration.ofDays(1));
        world.sim.let(Duration.ofMinutes(1));
        assertThat(log).hasSize(3).doesNotHaveDuplicates();
        engine.complete(log.get(1), "paid");
        assertThat(world.end(run)).isEqualTo("paid");
    }

    @Test
    void G9_token_that_is_used_while_its_last_handing_over_fails_is_listened_to() {
        var outside = Engine.open(world.store)
                .node("outside")
                .scheduler(world.sim.life())
                .start();
        answers = what -> {
            if (log.size() == 3) outside.complete(what, "paid");
            return "!away";
        };
        var run = world.engine(family).start("a", Family::pay, Duration.ofDays(1));
        assertThat(world.end(run)).isEqualTo("paid");
        assertThat(log).hasSize(3);
    }

    @Test
    void G4_stage_that_outlasts_many_leases_is_asked_for_once() {
        var run = world.engine(family).start("a", Family::ask, Duration.ofHours(2));
        world.sim.let(Duration.ofHours(1));
        stages.get(0).complete("yes");
        assertThat(world.end(run)).isEqualTo("yes.");
        assertThat(stages).hasSize(1);
    }

    @Test
    void stage_holds_nothing_and_is_asked_for_again_after_a_crash() {
        world.engine(family).start("a", Family::ask, Duration.ofMinutes(5));
        world.sim.let(Duration.ofMinutes(1));
        world.crash();
        var run = world.engine(family).run("a");
        world.sim.let(Duration.ofMinutes(1));
        stages.get(1).complete("yes");
        assertThat(world.end(run)).isEqualTo("yes.");
    }

    @Test
    void stage_that_takes_too_long_is_cancelled() {
        var run = world.engine(family).start("a", Family::ask, Duration.ofMinutes(5));
        assertThat(failure(run)).isInstanceOf(AttemptTimedOut.class);
        assertThat(stages.get(0)).isCancelled();
    }
}
