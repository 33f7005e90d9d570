package dev.perdure.processor.lower;

import dev.perdure.processor.model.Var;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A method, taken apart.
 *
 * @param blocks in the order in which they are written; a block's number is its index
 * @param points the entry first
 * @param fields locals that are fields of the frame
 * @param slots fields that are saved somewhere; parameters first
 * @param live what is live where a block begins, by block
 * @param cleared references to drop at a point, by point
 */
public record Plan(
        List<Block> blocks,
        List<PointPlan> points,
        Set<Var> fields,
        List<Var> slots,
        Map<Integer, Set<Var>> live,
        Map<Integer, List<Var>> cleared,
        List<Spill> spills) {}
