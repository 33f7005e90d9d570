package dev.perdure.processor.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement; taken apart only where it contains an await. */
public sealed interface Stmt {
    /** Where it stands. */
    Span span();

    /**
     * A statement that stays as it is.
     *
     * @param jumps the jumps in it that lead out of it
     * @param completes whether it may complete normally
     */
    record Verbatim(Span span, Facts facts, List<JumpSite> jumps, boolean completes) implements Stmt {}

    /** Statements in their own scope. */
    record Block(Span span, List<Stmt> statements) implements Stmt {}

    /** The declaration of a local. */
    record Declare(Span span, Var var, @Nullable Expr init) implements Stmt {}

    /** An expression as a statement. */
    record Evaluate(Span span, Expr expr) implements Stmt {}

    /** {@code if}. */
    record If(
            Span span,
            Expr condition,
            Stmt whenTrue,
            @Nullable Stmt whenFalse) implements Stmt {}

    /**
     * {@code while}, {@code do} and {@code for}.
     *
     * @param condition null for none
     * @param bodyFirst whether the body runs before the condition is looked at
     */
    record Loop(
            Span span,
            int id,
            List<Stmt> init,
            @Nullable Expr condition,
            List<Stmt> update,
            Stmt body,
            boolean bodyFirst)
            implements Stmt {}

    /**
     * {@code for (x : source)}.
     *
     * @param array whether the source is an array
     * @param entries whether the elements are map entries, which have to be copied
     * @param kept the type of what keeps the elements that are still to come: an array or a queue
     */
    record ForEach(Span span, int id, Var var, Expr source, boolean array, boolean entries, TypeRef kept, Stmt body)
            implements Stmt {}

    /** A labelled statement that is not a loop. */
    record Labeled(Span span, int id, Stmt body) implements Stmt {}

    /**
     * {@code break}, {@code continue}, {@code return} and {@code yield}.
     *
     * @param value of a return or yield
     */
    record Leave(
            Span span,
            JumpSite.Kind kind,
            int target,
            @Nullable Expr value) implements Stmt {}

    /** {@code throw}. */
    record Throw(Span span, Expr exception) implements Stmt {}

    /**
     * A try statement with resources, without its clauses, as it is: only its first resource may be made of awaits.
     *
     * @param first what the first resource is made of; null if no await is in it
     */
    record Resources(Span span, @Nullable Expr first, Verbatim rest) implements Stmt {}

    /** {@code try}. */
    record Try(
            Span span,
            int id,
            Block body,
            List<Catch> catches,
            @Nullable Block finalizer) implements Stmt {}

    /**
     * A catch clause.
     *
     * @param types the erased source forms of the types it catches
     */
    record Catch(Span span, Var var, List<String> types, Block body) {}

    /**
     * A switch.
     *
     * @param exhaustive whether its labels leave nothing over, so that no default may be added
     */
    record Switch(Span span, int id, Expr selector, List<Case> cases, boolean exhaustive) implements Stmt {}

    /**
     * A case.
     *
     * @param labels the text from {@code case} or {@code default} up to the arrow or colon
     * @param bindings the locals that its patterns bind
     * @param arrow whether control leaves the switch behind it
     * @param value the value of an arrow case in a switch expression, or null
     */
    record Case(
            Span span,
            Span labels,
            Facts facts,
            List<Var> bindings,
            boolean arrow,
            List<Stmt> body,
            @Nullable Expr value) {}
}
