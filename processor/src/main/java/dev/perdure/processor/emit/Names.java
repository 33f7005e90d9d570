package dev.perdure.processor.emit;

import com.palantir.javapoet.ClassName;

/** The types of the runtime that generated code names; the processor itself does not know the runtime. */
final class Names {
    static final ClassName FRAME = ClassName.get("dev.perdure.machine", "Frame");
    static final ClassName LAYOUT = ClassName.get("dev.perdure.machine", "Layout");
    static final ClassName ACCESS = ClassName.get("dev.perdure.machine", "Access");
    static final ClassName DISPATCH = ClassName.get("dev.perdure.machine", "Dispatch");
    static final ClassName SLOT_WRITER = ClassName.get("dev.perdure.machine", "SlotWriter");
    static final ClassName SLOT_READER = ClassName.get("dev.perdure.machine", "SlotReader");
    static final ClassName GENERATED = ClassName.get("javax.annotation.processing", "Generated");

    private Names() {}
}
