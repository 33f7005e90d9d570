package dev.perdure.processor.model;

import java.util.List;

/**
 * A durable method.
 *
 * @param name its simple name
 * @param identity its identity, as the runtime spells it
 * @param machine the simple name of the class to generate
 * @param typeParameters type parameters of the machine, in angle brackets, or empty
 * @param source the text of the user's file
 * @param span the declaration
 * @param nameSpan the method's name
 * @param firstTemp the first number that is free for a temp
 * @param names the names that generated locals must avoid
 * @param edits the changes that every slice of the source needs, sorted
 * @param updates what assigns fields that it cannot name by {@code +=} and the like; lambdas share them
 * @param lambdas the lambdas in it that become machines of their own; they share its accessors
 * @param types the local types in it that become members of the machine
 * @param mentions the names it uses
 * @param saved what types that it saves values of are made of, by name; empty where nobody wants to know, and of lambdas
 */
public record MethodModel(
        Host host,
        Shape shape,
        String name,
        String identity,
        String machine,
        String typeParameters,
        List<Var> parameters,
        boolean varargs,
        TypeRef result,
        Stmt.Block body,
        List<Patch> edits,
        List<Accessor> accessors,
        List<Update> updates,
        List<Site> sites,
        List<Sighting> sightings,
        String source,
        Span span,
        Span nameSpan,
        int firstTemp,
        java.util.Set<String> names,
        List<MethodModel> lambdas,
        List<Span> types,
        Mentions mentions,
        java.util.Map<String, SavedType> saved) {
    /** Whether it is no method, but a lambda in one. */
    public boolean isLambda() {
        return identity.indexOf('#') >= 0;
    }

    /** Whether the method is static. */
    public boolean isStatic() {
        return shape.modifiers().contains("static");
    }

    /** The line of a position, from 1. */
    public int line(int position) {
        return Text.line(source, position);
    }

    /** The user's text of a range, on one line. */
    public String text(Span at) {
        return source.substring(at.start(), at.end()).replaceAll("\\s+", " ");
    }
}
