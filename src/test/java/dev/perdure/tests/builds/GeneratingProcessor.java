package dev.perdure.tests.builds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Another processor beside ours: makes {@code made.First} in the first round and {@code made.Second} in the second. */
final class GeneratingProcessor extends AbstractProcessor {
    private int round;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
        round++;
        if (round == 1) write("First", "public interface First { int one(); }");
        if (round == 2) write("Second", "public record Second(int x) { public int twice() { return 2 * x; } }");
        return false;
    }

    private void write(String name, String text) {
        try (var out = processingEnv.getFiler().createSourceFile("made." + name).openWriter()) {
            out.write("package made;\n" + text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
