package dev.perdure.bench.peers.dbos;

import dev.dbos.transact.DBOS;
import dev.dbos.transact.workflow.Workflow;
import java.util.function.LongUnaryOperator;

/** The chain as a workflow. */
public final class ChainWorkflow implements Chain {
    private final DBOS dbos;
    private final LongUnaryOperator step;

    ChainWorkflow(DBOS dbos, LongUnaryOperator step) {
        this.dbos = dbos;
        this.step = step;
    }

    @Override
    @Workflow(name = "chain")
    public long chain(int length, String input) {
        long sum = input.length();
        for (int i = 0; i < length; i++) {
            final long before = sum;
            sum = dbos.runStep(() -> step.applyAsLong(before), "next");
        }
        return sum;
    }
}
