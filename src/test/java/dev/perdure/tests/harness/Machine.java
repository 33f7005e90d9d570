package dev.perdure.tests.harness;

import dev.perdure.engine.checkpoint.Side;
import dev.perdure.engine.method.Registry;
import dev.perdure.machine.Frame;
import dev.perdure.machine.Layout;
import dev.perdure.machine.Outcome;
import dev.perdure.spi.AwaitSpec;
import dev.perdure.spi.Scope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The smallest thing that can run a state machine: a stack of frames, driven on one thread, with crashes on demand. */
final class Machine {
    private final Effects effects;
    private final @Nullable Object host;
    private final Registry registry;
    private final OnTheSpot scope;
    private final Crashes crashes;
    private List<Frame> stack = new ArrayList<>();
    private int checkpoints;
    private @Nullable Throwable failure;
    private @Nullable Object result;

    Machine(Effects effects, @Nullable Object host, Registry registry, Crashes crashes) {
        this.effects = effects;
        this.host = host;
        this.registry = registry;
        this.scope = new OnTheSpot(effects);
        this.crashes = crashes;
    }

    Observed run(Layout layout, @Nullable Object... arguments) {
        var before = Scope.bind(scope);
        try {
            start(layout, arguments);
            while (advance()) {
                if (crashes.everywhere()) loseBeforeIssue();
                var outcome = perform(top().awaited());
                if (crashes.at(++checkpoints)) outcome = loseAfter(outcome);
                top().deliver(outcome);
            }
        } finally {
            Scope.bind(before);
        }
        return failure != null
                ? Observed.threw(failure, effects, scope.awaits())
                : Observed.returned(result, effects, scope.awaits());
    }

    private void start(Layout layout, @Nullable Object... arguments) {
        var frame = layout.newFrame();
        frame.$bind(host);
        for (var i = 0; i < arguments.length; i++) frame.$set(i, arguments[i]);
        stack.add(frame);
        if (!crashes.at(0)) return;
        frame.restoreAt(0);
        var image = Image.of(stack, Side.RESUME, null);
        advance();
        stack = image.stack(registry, host);
    }

    /** Runs to the next await, true; or to the end, false. */
    private boolean advance() {
        while (true) {
            var frame = top();
            Outcome outcome;
            try {
                var stop = frame.step();
                if (stop == Frame.AWAIT) return true;
                if (stop == Frame.CALL) {
                    stack.add(frame.callee());
                    continue;
                }
                outcome = Outcome.of(frame.result());
            } catch (Throwable thrown) {
                outcome = Outcome.failed(thrown);
            }
            stack.remove(stack.size() - 1);
            if (stack.isEmpty()) {
                result = outcome.value();
                failure = outcome.failure();
                return false;
            }
            top().deliver(outcome);
        }
    }

    private Outcome perform(AwaitSpec<?> spec) {
        try {
            return Outcome.of(scope.await(spec));
        } catch (Throwable thrown) {
            return Outcome.failed(thrown);
        }
    }

    /** A crash between the checkpoint and the next await: what runs between the two runs, is lost, and runs again. */
    private Outcome loseAfter(Outcome outcome) {
        var image = Image.of(stack, Side.RESUME, outcome);
        top().deliver(outcome);
        advance();
        var resumed = image.resume(registry, host);
        stack = resumed.stack();
        return resumed.outcome();
    }

    /** A crash with the await issued but not begun, where the point can be saved on that side. */
    private void loseBeforeIssue() {
        var point = top().point();
        if (top().layout().point(point).issueSlots() == null) return;
        stack = Image.of(stack, Side.ISSUE, null).stack(registry, host);
        if (!advance() || top().point() != point) throw new AssertionError("issued again, the await is another one");
    }

    private Frame top() {
        return stack.get(stack.size() - 1);
    }
}
