package dev.perdure.processor.report;

import dev.perdure.processor.model.Problem;
import dev.perdure.processor.model.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.tools.Diagnostic;

/** Prints each finding once. */
public final class Reporter {
    private final Printer printer;
    private final Set<String> printed = new HashSet<>();

    /** A reporter over a way to print. */
    public Reporter(Printer printer) {
        this.printer = printer;
    }

    /** Prints a message at a range of a class's file. */
    public interface Printer {
        /**
         * Prints.
         *
         * @param host the binary name of a class in the file
         */
        void print(Diagnostic.Kind kind, String message, String host, Span span);
    }

    /** Reports findings of a method of a class. */
    public void report(String host, List<Problem> problems) {
        for (var problem : problems) error(host, problem.span(), problem.message());
    }

    /** Reports what need not be mended. */
    public void hint(String host, List<Problem> problems) {
        for (var problem : problems) print(Diagnostic.Kind.WARNING, host, problem.span(), problem.message());
    }

    /** Reports an error. */
    public void error(String host, Span span, String message) {
        print(Diagnostic.Kind.ERROR, host, span, message);
    }

    private void print(Diagnostic.Kind kind, String host, Span span, String message) {
        if (printed.add(host + span + message)) printer.print(kind, message, host, span);
    }
}
