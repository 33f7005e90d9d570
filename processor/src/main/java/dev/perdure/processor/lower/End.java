package dev.perdure.processor.lower;

import dev.perdure.processor.model.Code;
import dev.perdure.processor.model.Facts;
import dev.perdure.processor.model.Var;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** How a block ends. */
public sealed interface End {
    /** The blocks it may lead to. */
    List<Integer> targets();

    /** What it does to locals. */
    default Facts facts() {
        return Facts.NONE;
    }

    /** The same with its targets renamed. */
    End renamed(IntUnaryOperator names);

    /** Goes on at another block. */
    record Go(int block) implements End {
        @Override
        public List<Integer> targets() {
            return List.of(block);
        }

        @Override
        public End renamed(IntUnaryOperator names) {
            return new Go(names.applyAsInt(block));
        }
    }

    /** One of two blocks. */
    record Choose(Code condition, Facts facts, int whenTrue, int whenFalse, int position) implements End {
        @Override
        public List<Integer> targets() {
            return List.of(whenTrue, whenFalse);
        }

        @Override
        public End renamed(IntUnaryOperator names) {
            return new Choose(condition, facts, names.applyAsInt(whenTrue), names.applyAsInt(whenFalse), position);
        }
    }

    /**
     * A switch over the user's labels.
     *
     * @param code an assignment of the block's number
     */
    record Select(Code code, Facts facts, List<Integer> targets, int position) implements End {
        @Override
        public End renamed(IntUnaryOperator names) {
            return new Select(
                    code, facts, targets.stream().map(names::applyAsInt).toList(), position);
        }
    }

    /** The block of this index in a list. */
    record Dispatch(Var index, List<Integer> targets) implements End {
        @Override
        public Facts facts() {
            return Facts.read(index);
        }

        @Override
        public End renamed(IntUnaryOperator names) {
            return new Dispatch(index, targets.stream().map(names::applyAsInt).toList());
        }
    }

    /** The first clause that catches what was thrown. */
    record Catch(List<Clause> clauses) implements End {
        /**
         * A clause.
         *
         * @param types erased source forms
         */
        public record Clause(List<String> types, int block) {}

        @Override
        public List<Integer> targets() {
            return clauses.stream().map(Clause::block).toList();
        }

        @Override
        public End renamed(IntUnaryOperator names) {
            return new Catch(clauses.stream()
                    .map(each -> new Clause(each.types, names.applyAsInt(each.block)))
                    .toList());
        }
    }

    /** Leaves the frame at a point, to come back at the resume block. */
    record Suspend(Code code, Facts facts, int point, int resume, int position) implements End {
        @Override
        public List<Integer> targets() {
            return List.of(resume);
        }

        @Override
        public End renamed(IntUnaryOperator names) {
            return new Suspend(code, facts, point, names.applyAsInt(resume), position);
        }
    }

    /**
     * Leaves the method.
     *
     * @param code the statement that does it
     * @param returns whether it returns; else it throws
     */
    record Finish(Code code, Facts facts, int position, boolean returns) implements End {
        @Override
        public List<Integer> targets() {
            return List.of();
        }

        @Override
        public End renamed(IntUnaryOperator names) {
            return this;
        }
    }

    /** Is never reached: the last statement never completes. */
    record Never() implements End {
        @Override
        public List<Integer> targets() {
            return List.of();
        }

        @Override
        public End renamed(IntUnaryOperator names) {
            return this;
        }
    }
}
