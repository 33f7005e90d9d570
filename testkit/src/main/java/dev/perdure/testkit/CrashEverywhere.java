package dev.perdure.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test with a {@link TestEngine}, run once without a crash, and then once for each place where its process can die: before
 * and after each of its writes to the store. In these the run goes on from the store after every await besides, so that nothing
 * survives in memory by luck.
 *
 * <p>What the test asserts has to hold in all of them: after a crash a run ends as it would have ended without. What counts
 * calls has to allow for the one that was under way ({@code G4}: at least once), or to go by the idempotency key.
 */
@TestTemplate
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@ExtendWith(Crashes.class)
public @interface CrashEverywhere {}
