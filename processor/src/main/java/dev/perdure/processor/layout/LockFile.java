package dev.perdure.processor.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * A lock file.
 *
 * @param method the identity of the method that it is of
 * @param layouts every layout in which a run may still be saved, the newest first
 */
record LockFile(String method, List<Layout> layouts) {
    /** Whether this is the newest layout. */
    boolean begins(Layout layout) {
        return !layouts.isEmpty() && layouts.get(0).equals(layout);
    }

    /** The same, this layout being the newest. */
    LockFile with(Layout layout) {
        var all = new ArrayList<Layout>();
        all.add(layout);
        for (var each : layouts) if (!each.equals(layout)) all.add(each);
        return new LockFile(method, List.copyOf(all));
    }
}
