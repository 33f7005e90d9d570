package dev.perdure.processor.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Code to be generated: pieces one after the other. */
public record Code(List<Piece> pieces) {
    /** No code. */
    public static final Code NONE = new Code(List.of());

    /** Keeps its own copy. */
    public Code {
        pieces = List.copyOf(pieces);
    }

    /** Strings, pieces, codes, spans (sliced) and locals (used), joined. */
    public static Code of(Object... parts) {
        var pieces = new ArrayList<Piece>();
        for (var part : parts) add(pieces, part);
        return new Code(pieces);
    }

    /** The same with a list between an opening and a closing text, separated by commas. */
    public static Code list(String open, List<Code> items, String close) {
        var pieces = new ArrayList<Piece>();
        add(pieces, open);
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) add(pieces, ", ");
            pieces.addAll(items.get(i).pieces);
        }
        add(pieces, close);
        return new Code(pieces);
    }

    /** A range with patches over it. */
    public static Code slice(Span span, Patch... patches) {
        return new Code(List.of(new Piece.Slice(span, Arrays.asList(patches))));
    }

    private static void add(List<Piece> pieces, Object part) {
        if (part instanceof Code code) pieces.addAll(code.pieces);
        else if (part instanceof Piece piece) pieces.add(piece);
        else if (part instanceof Span span) pieces.add(new Piece.Slice(span, List.of()));
        else if (part instanceof Var var) pieces.add(new Piece.Use(var, false, false));
        else if (part instanceof String text) pieces.add(new Piece.Text(text));
        else throw new IllegalArgumentException("no code: " + part);
    }
}
