package dev.perdure.tests.library;

import dev.perdure.tests.compile.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A source of a library with methods made durable and awaits put into them. Positions in it lead back to these. */
final class Wrapped {
    private static final String DURABLE = "@dev.perdure.Durable ";
    private static final String OPEN = "dev.perdure.tests.library.Same.same(";
    private static final String CLOSE = ")";

    private record Insertion(int at, boolean opens, int length, String text) {}

    private final Source source;
    private final List<Candidate> candidates;
    private final List<Insertion> insertions = new ArrayList<>();

    Wrapped(Source source, List<Candidate> candidates) {
        this.source = source;
        this.candidates = candidates;
        for (var candidate : candidates) {
            insertions.add(new Insertion(candidate.start(), true, Integer.MAX_VALUE, DURABLE));
            for (var site : candidate.sites()) {
                var length = site.end() - site.start();
                insertions.add(new Insertion(site.start(), true, length, OPEN));
                insertions.add(new Insertion(site.end(), false, length, CLOSE));
            }
        }
        // at one place what ends comes before what begins, and of two that begin the longer one
        insertions.sort(Comparator.comparingInt(Insertion::at)
                .thenComparing(Insertion::opens)
                .thenComparing(one -> one.opens() ? -one.length() : one.length()));
    }

    /** The changed text. */
    Source text() {
        var text = new StringBuilder();
        var done = 0;
        for (var insertion : insertions) {
            text.append(source.text(), done, insertion.at()).append(insertion.text());
            done = insertion.at();
        }
        return Source.of(source.path(), text + source.text().substring(done));
    }

    /** The method at a place of the changed text, or null. */
    @Nullable
    Candidate method(long place) {
        var at = original(place);
        for (var candidate : candidates) if (candidate.start() <= at && at <= candidate.end()) return candidate;
        return null;
    }

    /** The innermost await at a place of the changed text, or null. */
    @Nullable
    Site site(Candidate candidate, long place) {
        var at = original(place);
        Site innermost = null;
        for (var site : candidate.sites())
            if (site.start() <= at && at <= site.end() && (innermost == null || length(site) < length(innermost)))
                innermost = site;
        return innermost;
    }

    private static int length(Site site) {
        return site.end() - site.start();
    }

    /** The place in the source. */
    private int original(long place) {
        var shift = 0;
        for (var insertion : insertions) {
            if (insertion.at() + shift >= place) break;
            if (insertion.at() + shift + insertion.text().length() > place) return insertion.at();
            shift += insertion.text().length();
        }
        return (int) place - shift;
    }
}
