package dev.perdure.processor.model;

import java.util.List;

/**
 * A method of the machine that reaches a member which the machine itself may not name.
 *
 * @param name its name
 * @param kind what it does
 * @param owner the erased source form of the class that declares the member; the binary name in quotes of a private class
 * @param lookup the class in whose name it is looked up, in the same form
 * @param member the member's name
 * @param typeParameters in angle brackets, with a blank behind, or empty
 * @param receiver the source form of the instance's type, or empty for static members
 * @param parameters the source forms of the parameters' types
 * @param erased the erased source forms of the parameters' types
 * @param varargs whether the last parameter is variable
 * @param result the source form of the result's type
 * @param erasedResult its erasure
 * @param exceptions the source forms of the exceptions it declares
 */
public record Accessor(
        String name,
        Kind kind,
        String owner,
        String lookup,
        String member,
        String typeParameters,
        String receiver,
        List<String> parameters,
        List<String> erased,
        boolean varargs,
        String result,
        String erasedResult,
        List<String> exceptions) {
    /** What an accessor does. */
    public enum Kind {
        /** Calls a method. */
        CALL,
        /** Calls a superclass's method. */
        CALL_SUPER,
        /** Makes an instance. */
        CREATE,
        /** Reads a field. */
        READ,
        /** Assigns a field. */
        WRITE
    }
}
