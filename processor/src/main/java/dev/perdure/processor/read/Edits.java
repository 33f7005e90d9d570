package dev.perdure.processor.read;

import com.sun.source.tree.Tree;
import dev.perdure.processor.model.Code;
import dev.perdure.processor.model.Hidden;
import dev.perdure.processor.model.Patch;
import dev.perdure.processor.model.Piece;
import dev.perdure.processor.model.Sighting;
import dev.perdure.processor.model.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/** The changes to a method's text, as they are found, and what was seen on the way. */
final class Edits {
    final List<Sighting> sightings = new ArrayList<>();
    private final List<Patch> all = new ArrayList<>();
    private final Index index;

    Edits(Index index) {
        this.index = index;
    }

    /** Puts code in the place of a tree. */
    void replace(Tree tree, Object... code) {
        add(index.span(tree), Code.of(code));
    }

    void add(Span span, Code code) {
        all.add(new Patch(span, code));
    }

    /** Puts text in front of a tree. */
    void before(Tree tree, String text) {
        int start = index.span(tree).start();
        add(new Span(start, start), Code.of(text));
    }

    void sight(Sighting.Kind kind, Tree tree, String subject) {
        sightings.add(new Sighting(kind, index.span(tree), subject));
    }

    /** @param what what would have to be named */
    void sight(Hidden hidden, Tree tree, String what) {
        sightings.add(hidden.at(index.span(tree), what));
    }

    /** The edits in order, one for each range. */
    List<Patch> sorted() {
        var seen = new HashSet<Span>();
        return all.stream()
                .filter(edit ->
                        edit.code().pieces().stream().anyMatch(Piece.Scope.class::isInstance) || seen.add(edit.span()))
                .sorted(Comparator.comparing(Patch::span))
                .toList();
    }
}
