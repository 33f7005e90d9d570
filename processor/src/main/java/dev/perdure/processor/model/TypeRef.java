package dev.perdure.processor.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A static type, as generated code names it.
 *
 * @param text its source form, all names qualified; for a type that has none the nearest that has
 * @param denotable whether the source form means exactly this type
 * @param erased the source form of its erasure
 * @param primitive the name of the primitive type it is or boxes, or null
 * @param boxed whether it boxes the primitive
 * @param reified an expression of type {@code java.lang.reflect.Type}
 * @param saved that type as lock files name it
 * @param unsaveable why a value of it cannot be saved, or null if it can
 * @param hidden a class in it that generated code cannot name, or null if it can name all
 * @param valueLike whether its values never change, so that a copy is as good as the original
 * @param shown the short form for messages
 */
public record TypeRef(
        String text,
        boolean denotable,
        String erased,
        @Nullable String primitive,
        boolean boxed,
        String reified,
        String saved,
        @Nullable String unsaveable,
        @Nullable Hidden hidden,
        boolean valueLike,
        String shown) {
    /** The int type. */
    public static final TypeRef INT = primitive("int");
    /** The boolean type. */
    public static final TypeRef BOOLEAN = primitive("boolean");
    /** Any exception. */
    public static final TypeRef THROWABLE = reference("java.lang.Throwable", "Throwable");
    /** A string. */
    public static final TypeRef STRING = reference("java.lang.String", "String");
    /** No value. */
    public static final TypeRef VOID =
            new TypeRef("void", true, "void", null, false, "void.class", "void", null, null, true, "void");

    /** A primitive type. */
    public static TypeRef primitive(String name) {
        return new TypeRef(name, true, name, name, false, name + ".class", name, null, null, true, name);
    }

    private static TypeRef reference(String text, String shown) {
        return new TypeRef(text, true, text, null, false, text + ".class", text, null, null, true, shown);
    }

    /** The list into which the items of a fan-out are copied. */
    public static TypeRef listOf(TypeRef element) {
        return holderOf("java.util.ArrayList", element);
    }

    /** The queue in which a for-each loop keeps the elements that it has not visited yet. */
    public static TypeRef queueOf(TypeRef element) {
        return holderOf("java.util.LinkedList", element);
    }

    private static TypeRef holderOf(String holder, TypeRef element) {
        return new TypeRef(
                holder + "<" + element.boxedText() + ">",
                element.denotable,
                holder,
                null,
                false,
                "dev.perdure.machine.Types.of(" + holder + ".class, " + element.boxedReified() + ")",
                holder + "<" + element.boxedSaved() + ">",
                element.unsaveable,
                element.hidden,
                false,
                "List<" + element.shown + ">");
    }

    /** Whether it is a primitive type. */
    public boolean isPrimitive() {
        return primitive != null && !boxed;
    }

    /** Whether it is {@code void}. */
    public boolean isVoid() {
        return text.equals("void");
    }

    /** Whether it is String. */
    public boolean isString() {
        return text.equals("java.lang.String");
    }

    /** The source form of the reference type that holds its values. */
    public String boxedText() {
        return isPrimitive() ? "java.lang." + box(text) : isVoid() ? "java.lang.Object" : text;
    }

    private String boxedReified() {
        return isPrimitive() ? boxedText() + ".class" : reified;
    }

    private String boxedSaved() {
        return isPrimitive() ? boxedText() : saved;
    }

    /** The primitive type that it boxes or is; itself for others. */
    public TypeRef unboxed() {
        return primitive == null ? this : primitive(primitive);
    }

    private static String box(String name) {
        return switch (name) {
            case "int" -> "Integer";
            case "char" -> "Character";
            default -> Character.toUpperCase(name.charAt(0)) + name.substring(1);
        };
    }

    /** The names of the primitive types. */
    public static final List<String> PRIMITIVES =
            List.of("boolean", "byte", "short", "int", "char", "long", "float", "double");
}
