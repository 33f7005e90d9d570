package dev.perdure.tests.compile;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/** The compiler, or a processor in it, threw: an error like the others, but one that nobody should ever see. */
record Crash(Throwable thrown) implements Diagnostic<JavaFileObject> {
    private static final int SHOWN = 12;

    @Override
    public Kind getKind() {
        return Kind.ERROR;
    }

    @Override
    public @Nullable JavaFileObject getSource() {
        return null;
    }

    @Override
    public long getPosition() {
        return NOPOS;
    }

    @Override
    public long getStartPosition() {
        return NOPOS;
    }

    @Override
    public long getEndPosition() {
        return NOPOS;
    }

    @Override
    public long getLineNumber() {
        return NOPOS;
    }

    @Override
    public long getColumnNumber() {
        return NOPOS;
    }

    @Override
    public String getCode() {
        return "crash";
    }

    @Override
    public String getMessage(@Nullable Locale locale) {
        var cause = thrown.getCause() == null ? thrown : thrown.getCause();
        return "the compiler crashed: " + cause + "\n    "
                + Arrays.stream(cause.getStackTrace())
                        .limit(SHOWN)
                        .map(StackTraceElement::toString)
                        .collect(Collectors.joining("\n    "));
    }
}
