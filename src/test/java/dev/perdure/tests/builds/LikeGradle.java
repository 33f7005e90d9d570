package dev.perdure.tests.builds;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Runs a processor as Gradle does: behind an environment that holds the compiler's in a field, and watching what it writes. */
final class LikeGradle implements Processor {
    /** What it wrote: a class's name or a location, and the originating elements. */
    final List<String> written = new ArrayList<>();

    private final Processor inner;

    LikeGradle(Processor inner) {
        this.inner = inner;
    }

    @Override
    public void init(ProcessingEnvironment env) {
        inner.init(new Environment(env, watched(env.getFiler())));
    }

    private Filer watched(Filer filer) {
        return (Filer) Proxy.newProxyInstance(
                LikeGradle.class.getClassLoader(), new Class<?>[] {Filer.class}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("create"))
                        written.add(method.getName() + " " + arguments[0] + " of "
                                + List.of((Element[]) arguments[arguments.length - 1]));
                    try {
                        return method.invoke(filer, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private record Environment(ProcessingEnvironment delegate, Filer filer) implements ProcessingEnvironment {
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
            return filer;
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

    // ---- the rest is the processor's own

    @Override
    public Set<String> getSupportedOptions() {
        return inner.getSupportedOptions();
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

    @Override
    public Iterable<? extends javax.annotation.processing.Completion> getCompletions(
            Element element, AnnotationMirror annotation, ExecutableElement member, String text) {
        return inner.getCompletions(element, annotation, member, text);
    }
}
