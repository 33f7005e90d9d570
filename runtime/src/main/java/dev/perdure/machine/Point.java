package dev.perdure.machine;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * A place where a frame can stand in a checkpoint: the entry of the method (point 0), an await, or a call of another
 * durable method.
 *
 * @param label the await's label; the entry's is {@code @start}
 * @param line the line in the user's file
 * @param issueBlock the block that evaluates and issues what is awaited
 * @param resumeBlock the block that takes the outcome
 * @param issueSlots the slots that are live before the await is issued, or null if one of them cannot be saved; then a
 *     checkpoint before the outcome stays at the point before
 * @param resumeSlots the slots that are live when the outcome is taken
 * @param resultType the type of the outcome's value; {@code void} where it is not used
 */
@SuppressWarnings("ArrayRecordComponent") // tables of generated code, never compared
public record Point(
        String label,
        int line,
        int issueBlock,
        int resumeBlock,
        int @Nullable [] issueSlots,
        int[] resumeSlots,
        Type resultType) {
    /** The label of the entry point. */
    public static final String START = "@start";
}
