package dev.perdure.testkit;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs a test for every place where its process can die, until there is none left. */
final class Crashes implements TestTemplateInvocationContextProvider {
    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        // JUnit runs each before it asks for the next, so that the number of places need not be known before.
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(new Places(), Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    /** First without a crash, then place by place, until the process has not died. */
    private static final class Places implements Iterator<TestTemplateInvocationContext> {
        private @Nullable Life last;

        @Override
        public boolean hasNext() {
            return last == null || last.died;
        }

        @Override
        public TestTemplateInvocationContext next() {
            if (!hasNext()) throw new NoSuchElementException();
            var place = last == null ? null : last.place == null ? CrashPlace.FIRST : last.place.next();
            var life = new Life(place);
            last = life;
            return life;
        }
    }

    /** One run of the test. */
    private static final class Life
            implements TestTemplateInvocationContext,
                    ParameterResolver,
                    TestExecutionExceptionHandler,
                    AfterEachCallback {
        private final @Nullable CrashPlace place;
        private @Nullable TestEngine engine;
        private boolean died = true;

        Life(@Nullable CrashPlace place) {
            this.place = place;
        }

        @Override
        public String getDisplayName(int invocationIndex) {
            return place == null ? "no crash" : place.toString();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == TestEngine.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            if (engine == null) {
                engine = TestEngine.inMemory();
                if (place != null) engine.with(options -> options.reloadAtEveryAwait(true));
                engine.dieAt(place);
            }
            return engine;
        }

        /** Not every report shows the names of invocations. */
        @Override
        public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
            if (place != null) failure.addSuppressed(new Crash("this was with a " + place));
            throw failure;
        }

        @Override
        public void afterEach(ExtensionContext context) {
            if (engine == null)
                throw new AssertionError("a test with @CrashEverywhere needs a parameter of type TestEngine");
            died = engine.diedAsPlanned();
            engine.close();
        }
    }
}
