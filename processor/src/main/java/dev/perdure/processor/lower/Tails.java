package dev.perdure.processor.lower;

import dev.perdure.processor.model.Code;
import dev.perdure.processor.model.Piece;
import java.util.List;

/** Finds the points behind which a method just ends: their outcome and the method's are written as one. */
final class Tails {
    private Tails() {}

    /** Whether nothing but taking the outcome and returning follows in a block, and those that it leads to. */
    static boolean isTail(List<Block> blocks, int resume) {
        var seen = new java.util.HashSet<Integer>();
        for (int at = resume; at >= 0 && seen.add(at); ) {
            var block = blocks.get(at);
            boolean silent = block.handler() < 0
                    && block.items().stream().allMatch(item -> isOurs(item.code()) && item.declares() == null);
            if (!silent) return false;
            if (block.end() instanceof End.Finish finish) return finish.returns() && isOurs(finish.code());
            if (!(block.end() instanceof End.Go go)) return false;
            at = go.block();
        }
        return false;
    }

    /** Whether nothing in a piece of code stems from the user's text or touches a local. */
    private static boolean isOurs(Code code) {
        return code.pieces().stream().allMatch(Piece.Text.class::isInstance);
    }
}
