package dev.perdure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method each call of which, written in a {@link Durable} method, is an await: its outcome is recorded and it is
 * not called again once recorded. So {@code f4(f3(f2(f1(input))))} is four checkpoints in one line. Outside durable
 * methods the annotation changes nothing.
 *
 * <pre>{@code
 * interface Payments {
 *     @Step(attempts = 5, backoff = "500ms..30s", timeout = "10s", abortOn = CardDeclined.class)
 *     Charge charge(Order order, String key);
 * }
 * }</pre>
 *
 * <p>Durations are a whole number and one of {@code ms s m h d}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Step {
    /** The value of {@link #attempts} that sets no limit. */
    int UNLIMITED = -1;

    /** How often the call is tried, the first try included; default 1, {@link #UNLIMITED} for no limit. */
    int attempts() default 1;

    /**
     * The wait between attempts: {@code "2s"} (fixed) or {@code "500ms..30s"} (doubling from the first to the second, with
     * jitter). Default: that of {@link Retry#attempts}.
     */
    String backoff() default "";

    /** The longest one attempt may take, such as {@code "10s"}; then it is interrupted. Default: no limit. */
    String timeout() default "";

    /** The longest all attempts together may take, across crashes, such as {@code "5m"}. Default: no limit. */
    String deadline() default "";

    /** Exceptions (subclasses included) that end the await at once instead of being retried. Default: none. */
    Class<? extends Throwable>[] abortOn() default {};
}
