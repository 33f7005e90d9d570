package dev.perdure.processor.model;

/**
 * A range of the user's file.
 *
 * @param start the first character's offset
 * @param end the offset behind the last character
 */
public record Span(int start, int end) implements Comparable<Span> {
    /** Refuses ranges that run backwards: they would cut the text at the wrong place. */
    public Span {
        if (start < 0 || end < start) throw new IllegalArgumentException("no such range: " + start + ".." + end);
    }

    /** Whether the other range lies within this one. */
    public boolean covers(Span other) {
        return start <= other.start && other.end <= end;
    }

    /** By start; of two that start together the longer first. */
    @Override
    public int compareTo(Span other) {
        return start != other.start ? Integer.compare(start, other.start) : Integer.compare(other.end, end);
    }
}
