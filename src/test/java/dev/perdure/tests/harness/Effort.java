package dev.perdure.tests.harness;

/** How much the rigs try in one build: as much as a property of theirs says, or a share of what is usual. */
public final class Effort {
    private static final int PERCENT = Integer.getInteger("perdure.effort", 100);

    private Effort() {}

    /** What the property says; without it, the usual number, of which {@code perdure.effort} percent (100) are tried. */
    public static int of(String property, int usual) {
        return Integer.getInteger(property, Math.max(1, Math.toIntExact((long) usual * PERCENT / 100)));
    }
}
