package dev.perdure.processor.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an await waits for. */
public sealed interface Awaited {
    /**
     * A chain of await words.
     *
     * @param chain the expression without its {@code .get()}
     * @param group whether it waits for several awaits: then it is described anew after a crash
     */
    record Chain(Span chain, boolean group) implements Awaited {}

    /**
     * What an undo does, as one await of all of it, retried without end.
     *
     * @param lambda the lambda or method reference
     * @param type the source form of what it takes
     * @param done the parameter with what it undoes
     */
    record Undo(Span lambda, String type, Var done) implements Awaited {}

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
     * @param ofSuper whether it is called as super's, whatever overrides it
     * @param parameters for a call of super the erased source forms of its parameters' types, the last one with dots if the
     *     call gives it any number of arguments
     */
    record Call(String machine, @Nullable String self, boolean receiver, boolean ofSuper, List<String> parameters)
            implements Awaited {}
}
