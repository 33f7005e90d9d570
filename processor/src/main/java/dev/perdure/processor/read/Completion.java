package dev.perdure.processor.read;

import com.sun.source.tree.*;
import com.sun.source.util.TreeScanner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a statement can complete normally (JLS 14.22). */
@SuppressWarnings("VoidUsed") // the parameter that visitors pass on
final class Completion {
    private final Jumps jumps;
    private final Constants constants;

    Completion(Jumps jumps, Constants constants) {
        this.jumps = jumps;
        this.constants = constants;
    }

    boolean completes(@Nullable StatementTree statement) {
        if (statement == null) return true;
        return switch (statement.getKind()) {
            case RETURN, THROW, BREAK, CONTINUE, YIELD -> false;
            case BLOCK -> all(((BlockTree) statement).getStatements());
            case IF -> {
                var choice = (IfTree) statement;
                yield choice.getElseStatement() == null
                        || completes(choice.getThenStatement())
                        || completes(choice.getElseStatement());
            }
            case LABELED_STATEMENT -> completes(((LabeledStatementTree) statement).getStatement()) || broken(statement);
            case WHILE_LOOP -> !isTrue(((WhileLoopTree) statement).getCondition()) || broken(statement);
            case FOR_LOOP -> {
                var condition = ((ForLoopTree) statement).getCondition();
                yield (condition != null && !isTrue(condition)) || broken(statement);
            }
            case DO_WHILE_LOOP -> ofDo((DoWhileLoopTree) statement);
            case SYNCHRONIZED -> completes(((SynchronizedTree) statement).getBlock());
            case TRY -> ofTry((TryTree) statement);
            case SWITCH -> ofSwitch((SwitchTree) statement);
            default -> true;
        };
    }

    private boolean all(List<? extends StatementTree> statements) {
        return statements.stream().allMatch(this::completes);
    }

    private boolean isTrue(ExpressionTree condition) {
        return Boolean.TRUE.equals(constants.truth(condition));
    }

    private boolean ofDo(DoWhileLoopTree loop) {
        if (broken(loop)) return true;
        boolean reachesCondition = completes(loop.getStatement()) || targeted(loop, Tree.Kind.CONTINUE);
        return reachesCondition && !isTrue(loop.getCondition());
    }

    private boolean ofTry(TryTree attempt) {
        if (attempt.getFinallyBlock() != null && !completes(attempt.getFinallyBlock())) return false;
        return completes(attempt.getBlock())
                || attempt.getCatches().stream().anyMatch(each -> completes(each.getBlock()));
    }

    private boolean ofSwitch(SwitchTree choice) {
        var cases = choice.getCases();
        if (cases.isEmpty() || broken(choice) || !exhaustive(choice)) return true;
        if (cases.get(0).getCaseKind() == CaseTree.CaseKind.RULE)
            return cases.stream().anyMatch(each -> !(each.getBody() instanceof StatementTree body) || completes(body));
        return all(cases.get(cases.size() - 1).getStatements());
    }

    /** A switch whose labels leave nothing over: with a default, or one of the new kind. */
    private static boolean exhaustive(SwitchTree choice) {
        return CaseLabels.hasDefault(choice.getCases()) || CaseLabels.hasPatternOrNull(choice.getCases());
    }

    private boolean broken(Tree target) {
        return targeted(target, Tree.Kind.BREAK);
    }

    private boolean targeted(Tree target, Tree.Kind kind) {
        var found = new boolean[1];
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void scan(Tree tree, @Nullable Void p) {
                if (tree instanceof LambdaExpressionTree || tree instanceof ClassTree) return null;
                if (tree != null && tree.getKind() == kind && jumps.target(tree) == target) found[0] = true;
                return super.scan(tree, p);
            }
        }.scan(target, null);
        return found[0];
    }
}
