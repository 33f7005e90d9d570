package dev.perdure.processor.model;

import org.jspecify.annotations.Nullable;

/** What an await waits for. */
public sealed interface Awaited {
    /**
     * A chain of await words.
     *
     * @param chain the expression without its {@code .get()}
     */
    record Chain(Span chain) implements Awaited {}

    /** The word {@code sleep} or {@code sleepUntil}; the only operand is its argument. */
    record Sleep(boolean until) implements Awaited {}

    /**
     * A call of a {@code @Step} method.
     *
     * @param policies the arguments of its AwaitSpec behind the source
     */
    record Step(String policies) implements Awaited {}

    /**
     * A call of another durable method.
     *
     * @param machine the generated class
     * @param self the instance where it is not the first operand: {@code $self}, or null for a static method
     * @param receiver whether the first operand is the instance
     */
    record Call(String machine, @Nullable String self, boolean receiver) implements Awaited {}
}
