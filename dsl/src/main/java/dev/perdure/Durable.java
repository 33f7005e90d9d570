package dev.perdure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method whose runs survive the death of the process. The annotation processor lowers the method into a state
 * machine beside it; the method itself is left as it is and can still be called in a test through {@link Plain}.
 *
 * <p>Every await in the method is a checkpoint: its outcome and the live locals are recorded in one atomic write. After a
 * crash the run goes on from its last checkpoint. <b>Code between two awaits can run again after a crash</b>, so effects
 * belong into awaits.
 *
 * <p>A run is started with {@code engine.start("order-42", OrderFlow::place, order)}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Durable {
    /**
     * The queue of its runs, where the start names no other: 1 to 100 letters, digits or characters of {@code . _ : / -}. Empty
     * means {@value StartOptions#DEFAULT_QUEUE}, which has no limits. A run on a queue moves only in processes that serve the queue.
     */
    String queue() default "";
}
