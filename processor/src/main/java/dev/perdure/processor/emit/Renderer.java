package dev.perdure.processor.emit;

import dev.perdure.processor.model.Code;
import dev.perdure.processor.model.MethodModel;
import dev.perdure.processor.model.Patch;
import dev.perdure.processor.model.Piece;
import dev.perdure.processor.model.Span;
import dev.perdure.processor.model.Var;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns code into text: slices the source, applies edits and patches, and names locals as what they have become. */
@SuppressWarnings("ReferenceEquality") // two patches of the same range are still two
final class Renderer {
    private final MethodModel method;
    private final Set<Var> fields;
    /** Bindings of the pattern that is being written: its guard reads them before they are in their fields. */
    private final Set<Var> justBound = new HashSet<>();

    private int slices;
    private final IntUnaryOperator numbers;
    private final Map<String, Integer> copies = new HashMap<>();
    private final Set<Patch> active = Collections.newSetFromMap(new IdentityHashMap<>());
    private final int[] lineStarts;
    private final Context top = new Context(Set.of());
    private Context context = top;
    private @Nullable Patch done;

    Renderer(MethodModel method, Set<Var> fields, IntUnaryOperator numbers) {
        this.method = method;
        this.fields = fields;
        this.numbers = numbers;
        var source = method.source();
        var starts = new int[source.length() + 1];
        int count = 1;
        for (int i = source.indexOf('\n'); i >= 0; i = source.indexOf('\n', i + 1)) starts[count++] = i + 1;
        lineStarts = Arrays.copyOf(starts, count);
    }

    /** The copies that a statement needs of locals that its lambdas capture. */
    private static final class Context {
        final Map<Var, String> copied = new LinkedHashMap<>();
        final Set<Var> written = new HashSet<>();
        final Set<Var> writtenAndCaptured;

        Context(Set<Var> writtenAndCaptured) {
            this.writtenAndCaptured = writtenAndCaptured;
        }
    }

    /** Begins a new scope of generated locals. */
    void newBlock() {
        copies.clear();
    }

    /** A statement, with the copies it needs before it; lines marked. */
    String statement(Code code, int position) {
        var text = inContext(() -> code(code, List.of()), false);
        return position >= 0 && text.indexOf('\u0001') < 0 ? Marks.line(line(position)) + text : text;
    }

    private String inContext(java.util.function.Supplier<String> body, boolean braces) {
        var outer = context;
        var names = new HashMap<>(copies);
        try {
            context = new Context(Set.of());
            var text = body.get();
            var both = new HashSet<>(context.written);
            both.retainAll(context.copied.keySet());
            if (!both.isEmpty()) {
                copies.clear();
                copies.putAll(names);
                context = new Context(both);
                text = body.get();
            }
            if (context.copied.isEmpty()) return text;
            var declarations =
                    context.copied.entrySet().stream().map(this::copy).collect(Collectors.toList());
            if (outer == top) return Marks.statements(declarations, text);
            var copies = String.join(" ", declarations) + " ";
            return braces ? "{ " + copies + text + " }" : copies + text;
        } finally {
            context = outer;
        }
    }

    private String copy(Map.Entry<Var, String> copy) {
        var type = copy.getKey().type().text();
        return context.writtenAndCaptured.contains(copy.getKey())
                ? type + " " + copy.getValue() + ";"
                : "final " + type + " " + copy.getValue() + " = this."
                        + copy.getKey().field() + ";";
    }

    int line(int position) {
        int at = java.util.Arrays.binarySearch(lineStarts, position);
        return at >= 0 ? at + 1 : -at - 1;
    }

    private String code(Code code, List<Patch> inherited) {
        var text = new StringBuilder();
        for (var piece : code.pieces()) text.append(piece(piece, inherited));
        return text.toString();
    }

    private String piece(Piece piece, List<Patch> inherited) {
        if (piece instanceof Piece.Text plain) return plain.text();
        if (piece instanceof Piece.Slice slice) return slice(slice.span(), join(slice.patches(), inherited));
        if (piece instanceof Piece.Use use) return use(use);
        if (piece instanceof Piece.Declare declaration) return declare(declaration.var());
        if (piece instanceof Piece.Jump jump)
            return "this.$state = " + numbers.applyAsInt(jump.block()) + "; continue $;";
        if (piece instanceof Piece.BlockNumber number) return "" + numbers.applyAsInt(number.block());
        if (piece instanceof Piece.Bound bound) {
            if (!fields.contains(bound.var())) return bound.var().java();
            if (slices > 0) justBound.add(bound.var());
            return bound.var().java() + "$b";
        }
        if (piece instanceof Piece.Keep keep) return keep(keep.var());
        if (piece instanceof Piece.Scope scope) return inContext(() -> slice(scope.span(), inherited), scope.braces());
        return binding((Piece.Binding) piece, inherited);
    }

    private String keep(Var var) {
        if (!fields.contains(var)) return "";
        return use(new Piece.Use(var, false, true)) + " = " + var.java() + "$b; ";
    }

    private static List<Patch> join(List<Patch> own, List<Patch> inherited) {
        if (inherited.isEmpty()) return own;
        var all = new ArrayList<>(own);
        all.addAll(inherited);
        return all;
    }

    private String binding(Piece.Binding test, List<Patch> inherited) {
        var kept = test.vars().stream().filter(fields::contains).toList();
        var text = slice(test.span(), inherited);
        if (kept.isEmpty()) return text;
        return "(" + text + " && $bound("
                + kept.stream()
                        .map(var -> "this." + var.field() + " = " + var.java() + "$b")
                        .collect(Collectors.joining(", "))
                + "))";
    }

    private String use(Piece.Use use) {
        var var = use.var();
        if (!fields.contains(var)) return var.java();
        if (!use.written() && justBound.contains(var)) return var.java() + "$b";
        if (use.captured()) return context.copied.computeIfAbsent(var, this::nameOfCopy);
        if (use.written()) context.written.add(var);
        var field = "this." + var.field();
        boolean both = use.written() && context.writtenAndCaptured.contains(var);
        return both ? field + " = " + context.copied.computeIfAbsent(var, this::nameOfCopy) : field;
    }

    private String nameOfCopy(Var var) {
        int count = copies.merge(var.java(), 1, Integer::sum);
        return var.java() + "$c" + (count == 1 ? "" : count);
    }

    String declare(Var var) {
        if (fields.contains(var)) return "this." + var.field();
        boolean named = !var.inferred() && var.type().denotable() && var.type().hidden() == null;
        return (named ? var.type().text() : "var") + " " + var.java();
    }

    // ---- slices

    private String slice(Span span, List<Patch> patches) {
        var outside = Set.copyOf(justBound);
        slices++;
        var text = new StringBuilder();
        int at = span.start();
        while (true) {
            var next = next(span, at, patches);
            if (next == null) break;
            source(text, at, next.span().start());
            text.append(patched(next, patches));
            at = next.span().end();
            done = next;
        }
        source(text, at, span.end());
        justBound.retainAll(outside);
        slices--;
        return text.toString();
    }

    private String patched(Patch patch, List<Patch> patches) {
        boolean isEdit = patches.stream().noneMatch(each -> each == patch);
        active.add(patch);
        try {
            return code(patch.code(), isEdit ? patches : List.of());
        } finally {
            active.remove(patch);
        }
    }

    private @Nullable Patch next(Span span, int from, List<Patch> patches) {
        Patch best = null;
        for (var patch : patches) best = better(best, patch, span, from);
        var edits = method.edits();
        for (int i = firstFrom(from); i < edits.size(); i++) {
            int start = edits.get(i).span().start();
            if (start > span.end() || (best != null && start > best.span().start())) break;
            best = better(best, edits.get(i), span, from);
        }
        return best;
    }

    /** The index of the first edit that does not start before a position. */
    private int firstFrom(int position) {
        int low = 0;
        int high = method.edits().size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (method.edits().get(middle).span().start() < position) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private @Nullable Patch better(@Nullable Patch best, Patch other, Span span, int from) {
        if (other.span().start() < from || !span.covers(other.span()) || active.contains(other)) return best;
        if (other == done && other.span().end() == from) return best;
        return best == null || other.span().compareTo(best.span()) < 0 ? other : best;
    }

    private void source(StringBuilder text, int start, int end) {
        if (end <= start) return;
        text.append(Marks.line(line(start)));
        for (int i = start; i < end; i++) {
            char c = method.source().charAt(i);
            text.append(c);
            if (c == '\n') text.append(Marks.line(line(i + 1)));
        }
    }
}
