package dev.perdure.tests.fuzz;

/** Something that a jump can leave or go on with. */
final class Target {
    enum Sort {
        LOOP,
        SWITCH,
        BLOCK
    }

    final Sort sort;
    final String label;
    /** Whether a break was written that leaves it. */
    boolean left;
    /** Whether a continue was written that goes on with it. */
    boolean continued;

    Target(Sort sort, String label) {
        this.sort = sort;
        this.label = label;
    }

    boolean labelled() {
        return !label.isEmpty();
    }
}
