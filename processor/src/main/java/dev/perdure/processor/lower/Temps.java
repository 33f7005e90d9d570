package dev.perdure.processor.lower;

import dev.perdure.processor.model.MethodModel;
import dev.perdure.processor.model.Span;
import dev.perdure.processor.model.TypeRef;
import dev.perdure.processor.model.Var;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Makes locals of the lowering's own, with names that stay the same while other awaits come and go. */
final class Temps {
    private final Map<String, Integer> counts = new HashMap<>();
    private final Set<String> names;
    private int next;

    Temps(MethodModel method) {
        next = method.firstTemp();
        names = new HashSet<>(method.names());
    }

    /** A temp of an await: {@code charge.$0}. */
    Var of(String label, TypeRef type, Span span) {
        int ordinal = counts.merge(label, 1, Integer::sum) - 1;
        return make(label, label + ".$" + ordinal, type, span);
    }

    /** A temp with a meaning of its own: {@code line.$rest}. */
    Var named(String owner, String role, TypeRef type, Span span) {
        var slot = owner + ".$" + role;
        int ordinal = counts.merge(slot, 1, Integer::sum);
        return make(owner, ordinal == 1 ? slot : slot + "~" + ordinal, type, span);
    }

    private Var make(String name, String slot, TypeRef type, Span span) {
        var java = identifier(slot);
        while (!names.add(java)) java += "$";
        return new Var(next++, name, slot, java, java, type, false, true, false, span);
    }

    private static String identifier(String slot) {
        var text = new StringBuilder();
        for (char c : slot.replace(".$", "$").toCharArray()) text.append(Character.isJavaIdentifierPart(c) ? c : '_');
        return Character.isJavaIdentifierStart(text.charAt(0)) ? text.toString() : "_" + text;
    }
}
