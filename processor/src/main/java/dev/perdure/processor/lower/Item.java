package dev.perdure.processor.lower;

import dev.perdure.processor.model.Code;
import dev.perdure.processor.model.Facts;
import dev.perdure.processor.model.Var;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a block.
 *
 * @param code the statement; none for a declaration without a value
 * @param exits where it may jump to
 * @param position where it stems from, as an offset into the user's file; negative for code of the lowering's own
 * @param declares the local it declares without a value, or null
 */
public record Item(
        Code code,
        Facts facts,
        List<Exit> exits,
        int position,
        @Nullable Var declares) {
    /**
     * A jump out of the middle of a block.
     *
     * @param defined what it assigns on the way
     */
    public record Exit(int block, Set<Var> defined) {}
}
