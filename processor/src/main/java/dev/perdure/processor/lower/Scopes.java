package dev.perdure.processor.lower;

import dev.perdure.processor.model.Var;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a jump may lead to, and which finally blocks it has to pass. */
final class Scopes {
    /** Something that encloses a statement. */
    sealed interface Scope {}

    /**
     * A statement that can be left.
     *
     * @param onContinue the block of the next round, or -1
     * @param result where a yield puts its value, or null
     */
    record Target(
            int id, int onBreak, int onContinue, @Nullable Var result) implements Scope {}

    /**
     * A finally block and its completion record.
     *
     * @param entry the block it begins with
     * @param kind 0 normal, 1 thrown, from 2 on the jumps that passed it
     * @param value what a return carries, or null in void methods
     */
    record Guard(int entry, Var kind, Var thrown, @Nullable Var value, List<Destination> destinations)
            implements Scope {
        /** The number under which the finally block goes on to a destination. */
        int number(Destination destination) {
            int at = destinations.indexOf(destination);
            if (at < 0) {
                destinations.add(destination);
                at = destinations.size() - 1;
            }
            return at + 2;
        }
    }

    /**
     * Where a jump leads: a block, or out of the method.
     *
     * @param block -1 for a return
     */
    record Destination(int block, int target) {
        static final Destination RETURN = new Destination(-1, -1);
    }

    private final Deque<Scope> stack = new ArrayDeque<>();

    void push(Scope scope) {
        stack.push(scope);
    }

    void pop() {
        stack.pop();
    }

    Target target(int id) {
        for (var scope : stack) if (scope instanceof Target target && target.id == id) return target;
        throw new IllegalStateException("no statement " + id + " to jump to");
    }

    /** The innermost finally block between here and a target, or round everything for a return; null if none. */
    @Nullable
    Guard guard(int target) {
        for (var scope : stack) {
            if (scope instanceof Guard guard) return guard;
            if (scope instanceof Target found && found.id == target) return null;
        }
        return null;
    }

    static List<Destination> none() {
        return new ArrayList<>();
    }
}
