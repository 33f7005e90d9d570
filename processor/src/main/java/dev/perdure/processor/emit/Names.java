package dev.perdure.processor.emit;

import java.util.List;

/** The types that generated code names by itself; the processor does not know the runtime. */
final class Names {
    static final String FRAME = "dev.perdure.machine.Frame";
    static final String LAYOUT = "dev.perdure.machine.Layout";
    static final String ACCESS = "dev.perdure.machine.Access";
    static final String DISPATCH = "dev.perdure.machine.Dispatch";
    static final String GENERATED = "javax.annotation.processing.Generated";
    static final String HANDLE = "java.lang.invoke.MethodHandle";
    static final String HANDLES = "java.lang.invoke.MethodHandles";
    static final String VARIABLE = "java.lang.invoke.VarHandle";
    static final String OBJECTS = "java.util.Objects";

    /** What stands in every machine outside of the user's text. */
    static final List<String> OWN = List.of(
            FRAME,
            LAYOUT,
            ACCESS,
            DISPATCH,
            "dev.perdure.machine.Types",
            "dev.perdure.spi.AwaitSpec",
            "dev.perdure.spi.Source",
            GENERATED,
            HANDLE,
            HANDLES,
            VARIABLE);

    /** What the lowering names beside what the method names. */
    static final List<String> WORDS = List.of(
            "dev.perdure.Action",
            "dev.perdure.Perdure",
            "dev.perdure.Undo",
            OBJECTS,
            "java.util.ArrayList",
            "java.util.LinkedList");

    private Names() {}
}
