package dev.perdure.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The relatives of a run, and what of them is not written yet. Confined like the run. */
final class Relatives {
    /** The run that spawned this one, or null. */
    @Nullable
    String parent;

    private final Map<String, String> children = new LinkedHashMap<>(0);
    private final Set<String> gone = new LinkedHashSet<>(0);
    private final Map<String, String> added = new LinkedHashMap<>(0);

    /** The runs spawned and not heard of since, and what becomes of each when this one ends. */
    Map<String, String> children() {
        return Collections.unmodifiableMap(children);
    }

    boolean isEmpty() {
        return children.isEmpty();
    }

    /** As a checkpoint says. */
    void restore(@Nullable String spawnedBy, Map<String, String> spawned) {
        parent = spawnedBy;
        children.putAll(spawned);
    }

    /** A child is spawned. */
    void add(String child, String close) {
        children.put(child, close);
        added.put(child, close);
    }

    /** A child was heard of. */
    void remove(String child) {
        if (children.remove(child) == null) return;
        added.remove(child);
        gone.add(child);
    }

    boolean changed() {
        return !gone.isEmpty() || !added.isEmpty();
    }

    /** Children heard of since this was last written; they come before those that were spawned. */
    Set<String> gone() {
        return gone;
    }

    /** Children spawned since this was last written. */
    Map<String, String> added() {
        return added;
    }

    /** All of it is written. */
    void written() {
        gone.clear();
        added.clear();
    }
}
