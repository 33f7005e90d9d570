package dev.perdure.tests.sim;

/**
 * How often what fails, by chance; all zero in one universe of eight, and after the healing in each.
 *
 * @param before an operation of the store fails and was not done
 * @param after an operation of the store fails and was done
 * @param crash a node dies at an operation of the store, before or after it is done
 * @param pause a node stands still for a while, perhaps longer than its lease
 * @param step the store's clock is set
 * @param slow a request is on its way for long, perhaps for longer than a lease, and is overtaken by later ones
 * @param full the store has no room for a while, each half second: reads and leases go on
 * @param latency the longest that the store takes for one way, in microseconds
 */
record Faults(
        double before, double after, double crash, double pause, double step, double slow, double full, int latency) {
    static final Faults NONE = new Faults(0, 0, 0, 0, 0, 0, 0, 300);

    static Faults draw(Universe universe) {
        var random = universe.random;
        if (random.nextInt(8) == 0) return NONE;
        return new Faults(
                some(universe, 0.03),
                some(universe, 0.03),
                some(universe, 0.02),
                some(universe, 0.01),
                random.nextInt(4) == 0 ? 0.002 : 0,
                random.nextInt(3) == 0 ? 0.01 : 0,
                random.nextInt(4) == 0 ? 0.02 : 0,
                1 + random.nextInt(random.nextInt(3) == 0 ? 400_000 : 3_000));
    }

    private static double some(Universe universe, double most) {
        return universe.random.nextInt(3) == 0 ? 0 : universe.random.nextDouble() * most;
    }

    /** What of these befalls somebody who never dies and asks from next door. */
    Faults calmed() {
        return new Faults(before, after, 0, 0, 0, 0, 0, 1);
    }

    boolean none() {
        return equals(NONE);
    }
}
