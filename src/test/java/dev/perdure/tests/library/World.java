package dev.perdure.tests.library;

import dev.perdure.tests.harness.Effects;
import org.jspecify.annotations.Nullable;

/** A world in which a method can take a number of awaits, and no more. */
final class World extends Effects {
    private static final int SHARE = 150;

    @Override
    public void record(String site, @Nullable Object... values) {
        if (log().size() >= SHARE) throw new Spent();
        super.record(site, values);
    }

    /** The method has had its share of awaits; nobody catches it. */
    private static final class Spent extends Error {
        private static final long serialVersionUID = 1L;

        Spent() {
            super("spent");
        }
    }
}
