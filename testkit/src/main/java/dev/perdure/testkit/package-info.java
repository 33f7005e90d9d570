/**
 * Durable methods under test, for JUnit 5 and 6. {@link dev.perdure.testkit.DurableTest} gives a test a {@link
 * dev.perdure.testkit.TestEngine}: a real engine on a store in memory, in virtual time, on the test's own thread. {@link
 * dev.perdure.testkit.CrashEverywhere} runs a test once for every place where its process could die.
 */
@NullMarked
package dev.perdure.testkit;

import org.jspecify.annotations.NullMarked;
