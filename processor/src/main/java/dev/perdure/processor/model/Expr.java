package dev.perdure.processor.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression; taken apart only where it contains an await. */
public sealed interface Expr {
    /** Where it stands. */
    Span span();

    /** Its static type. */
    TypeRef type();

    /** What it does to locals. */
    Facts facts();

    /** Whether an await is in it. */
    default boolean suspends() {
        return true;
    }

    /**
     * An expression without an await.
     *
     * @param local the local it names, or null
     * @param truth its value if it is a constant of type boolean, or null
     */
    record Leaf(
            Span span,
            TypeRef type,
            Facts facts,
            Purity purity,
            @Nullable Var local,
            @Nullable Boolean truth) implements Expr {
        @Override
        public boolean suspends() {
            return false;
        }
    }

    /**
     * An operation that evaluates its operands from left to right and then does what its text says.
     *
     * @param own what it does to locals besides its operands
     */
    record Op(Span span, TypeRef type, Facts facts, List<Operand> operands, Facts own) implements Expr {}

    /** {@code &&} or {@code ||}. */
    record Logic(Span span, TypeRef type, Facts facts, boolean and, Expr left, Expr right) implements Expr {}

    /** {@code !}. */
    record Not(Span span, TypeRef type, Facts facts, Expr inner) implements Expr {}

    /** Parentheses. */
    record Paren(Span span, TypeRef type, Facts facts, Expr inner) implements Expr {}

    /** {@code ?:}. */
    record Conditional(Span span, TypeRef type, Facts facts, Expr condition, Expr whenTrue, Expr whenFalse)
            implements Expr {}

    /**
     * {@code target op= value}.
     *
     * @param target a leaf or an operation
     * @param local the local it assigns, or null
     * @param setter what assigns the target where it cannot be named, or null
     * @param operator without the {@code =}
     */
    record Compound(
            Span span,
            TypeRef type,
            Facts facts,
            Expr target,
            @Nullable Var local,
            @Nullable String setter,
            String operator,
            Expr value)
            implements Expr {}

    /** A switch expression. */
    record SwitchValue(Span span, TypeRef type, Facts facts, Stmt.Switch body) implements Expr {}

    /**
     * An await.
     *
     * @param used whether its value is used
     * @param what what is awaited
     * @param operands what has to be evaluated for it
     */
    record Suspend(Span span, TypeRef type, Facts facts, boolean used, Awaited what, List<Operand> operands, Site site)
            implements Expr {}
}
