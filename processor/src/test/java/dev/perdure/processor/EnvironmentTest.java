package dev.perdure.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.Finding;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The processor among other people's: build tools' wrappers, a compiler without trees, mistakes of the user's. */
class EnvironmentTest {
    private static final String FLOW = """
            package shop;

            import static dev.perdure.Perdure.*;

            import dev.perdure.*;

            public class Flow {
                @Durable
                public int run(int n) {
                    int x = await(() -> n + 1).get();
                    if (x > 1)
                        throw new IllegalStateException("too much");
                    return x;
                }
            }
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void write_flow() throws IOException {
        write(FLOW);
    }

    private void write(String text) throws IOException {
        Files.createDirectories(folder.resolve("in"));
        Files.writeString(folder.resolve("in/Flow.java"), text);
    }

    private Compilation compile(Wrapping wrapping, String out) {
        return Compilation.of(folder.resolve("in"), folder.resolve(out), new Wrapped(wrapping));
    }

    @Test
    void c114_a_wrapper_that_holds_the_environment_in_a_field_is_looked_through() {
        var compiled = compile(Delegating::new, "out");
        assertThat(compiled.findings()).isEmpty();
        assertThat(folder.resolve("out/shop/Flow_run_Machine.class")).exists();
    }

    @Test
    void c114_a_proxy_round_the_environment_is_looked_through() {
        var compiled = compile(EnvironmentTest::proxied, "out");
        assertThat(compiled.findings()).isEmpty();
        assertThat(folder.resolve("out/shop/Flow_run_Machine.class")).exists();
    }

    @Test
    void a_compiler_without_trees_is_told_once_and_clearly() {
        var compiled = compile(EnvironmentTest::foreign, "out");
        assertThat(compiled.messages()).hasSize(1);
        assertThat(compiled.findings()).contains(Finding.UNSUPPORTED_COMPILER.slug(), "Compile with javac");
    }

    @Test
    void two_compilations_give_the_same_bytes() throws IOException {
        compile(env -> env, "one");
        compile(env -> env, "two");
        for (var file : Compilation.in(folder.resolve("one"), ""))
            if (Files.isRegularFile(file))
                assertThat(folder.resolve("two").resolve(folder.resolve("one").relativize(file)))
                        .hasSameBinaryContentAs(file);
    }

    @Test
    void a_typo_in_a_durable_method_is_reported_once_and_by_the_compiler() throws IOException {
        write(FLOW.replace("n + 1", "m + 1"));
        var compiled = compile(env -> env, "out");
        assertThat(compiled.messages())
                .filteredOn(each -> each.getCode().equals("compiler.err.cant.resolve.location"))
                .hasSize(1);
        assertThat(compiled.findings()).doesNotContain("perdure");
    }

    @Test
    void the_class_names_the_users_file_and_lines() throws Throwable {
        compile(env -> env, "out");
        try (var loader = new java.net.URLClassLoader(
                new java.net.URL[] {folder.resolve("out").toUri().toURL()})) {
            var layout = (dev.perdure.machine.Layout)
                    loader.loadClass("shop.Flow_run_Machine").getField("LAYOUT").get(null);
            var frame = layout.newFrame();
            frame.$set(0, 4);
            frame.step();
            frame.deliver(dev.perdure.machine.Outcome.of(5));
            var thrown = org.assertj.core.api.Assertions.catchThrowable(() -> frame.step());
            assertThat(thrown).hasMessage("too much");
            assertThat(thrown.getStackTrace()[0].getFileName()).isEqualTo("Flow.java");
            assertThat(thrown.getStackTrace()[0].getLineNumber()).isEqualTo(12);
        }
    }

    /** Puts something between the processor and the compiler's environment. */
    private interface Wrapping {
        ProcessingEnvironment wrap(ProcessingEnvironment env);
    }

    private static final class Wrapped extends AbstractProcessor {
        private final DurableProcessor inner = new DurableProcessor();
        private final Wrapping wrapping;

        Wrapped(Wrapping wrapping) {
            this.wrapping = wrapping;
        }

        @Override
        public synchronized void init(ProcessingEnvironment env) {
            inner.init(wrapping.wrap(env));
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return inner.getSupportedAnnotationTypes();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return inner.getSupportedSourceVersion();
        }

        @Override
        @SuppressWarnings("DoNotClaimAnnotations") // as the real one does
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return inner.process(annotations, round);
        }
    }

    /** As one build tool does it. */
    private static final class Delegating implements ProcessingEnvironment {
        final ProcessingEnvironment delegate;

        Delegating(ProcessingEnvironment delegate) {
            this.delegate = delegate;
        }

        @Override
        public Map<String, String> getOptions() {
            return delegate.getOptions();
        }

        @Override
        public Messager getMessager() {
            return delegate.getMessager();
        }

        @Override
        public Filer getFiler() {
            return delegate.getFiler();
        }

        @Override
        public Elements getElementUtils() {
            return delegate.getElementUtils();
        }

        @Override
        public Types getTypeUtils() {
            return delegate.getTypeUtils();
        }

        @Override
        public SourceVersion getSourceVersion() {
            return delegate.getSourceVersion();
        }

        @Override
        public Locale getLocale() {
            return delegate.getLocale();
        }
    }

    /** No compiler that we know: its environment gives nothing away. */
    private static ProcessingEnvironment foreign(ProcessingEnvironment real) {
        InvocationHandler handler = (proxy, method, arguments) -> method.invoke(real, arguments);
        return (ProcessingEnvironment) Proxy.newProxyInstance(
                EnvironmentTest.class.getClassLoader(), new Class<?>[] {ProcessingEnvironment.class}, handler);
    }

    /** As another does it: an anonymous handler that captured the environment. */
    private static ProcessingEnvironment proxied(ProcessingEnvironment delegateTo) {
        return (ProcessingEnvironment) Proxy.newProxyInstance(
                EnvironmentTest.class.getClassLoader(),
                new Class<?>[] {ProcessingEnvironment.class},
                new InvocationHandler() {
                    @Override
                    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
                            throws Throwable {
                        return method.invoke(delegateTo, arguments);
                    }
                });
    }
}
