package dev.perdure.processor.lower;

import dev.perdure.processor.model.Site;
import dev.perdure.processor.model.TypeRef;
import org.jspecify.annotations.Nullable;

/**
 * A point of the machine.
 *
 * @param site the await; null for the entry
 * @param issue the block that issues it
 * @param resume the block that takes its outcome
 * @param result the type of its value; void where nobody uses it
 * @param tail whether its outcome is the method's, with nothing of the user's in between
 * @param group whether it waits for several awaits, and describes them anew after a crash
 */
public record PointPlan(@Nullable Site site, int issue, int resume, TypeRef result, boolean tail, boolean group) {}
