package dev.perdure.weave;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Who goes on. In one half of the plays anybody may at any moment, more or less often. In the other half it is always the most
 * important of those who can, and now and then whoever goes on becomes the least important: a few times in a play, or at a few places in
 * the code. That finds what takes one thread that is far behind at the wrong moment.
 */
final class Choice {
    /** After so many steps everybody gets a turn, for fear of those who never wait. */
    private static final int FAIR_AFTER = 20_000;

    /** Places of the code are told apart up to this. */
    private static final int PLACES = 256;

    private final Random chance;
    private final boolean ranked;
    private final int pace;
    private final Set<Integer> falls = new HashSet<>();
    private final Set<Integer> pits = new HashSet<>();
    private int lowest;

    Choice(Random chance) {
        this.chance = chance;
        ranked = chance.nextBoolean();
        pace = 1 << chance.nextInt(1, 6);
        boolean placed = chance.nextBoolean();
        for (int i = 0; placed && i < 3; i++) pits.add(chance.nextInt(PLACES));
        int length = 1 << chance.nextInt(4, 13);
        for (int i = placed ? 0 : chance.nextInt(1, 5); i > 0; i--) falls.add(chance.nextInt(length));
    }

    void enter(Actor actor) {
        actor.rank = chance.nextInt(1, 1_000_000);
    }

    /** Whether the one that goes on may have to stop at this step. */
    boolean stops(Actor actor, int step, int place) {
        if (!ranked || step > FAIR_AFTER) return chance.nextInt(pace) == 0;
        boolean pit = pits.contains(Math.floorMod(place, PLACES)) && chance.nextBoolean();
        if (pit || falls.contains(step)) actor.rank = --lowest;
        return true;
    }

    /** One of those who can. */
    Actor among(List<Actor> able, int step) {
        if (ranked && step <= FAIR_AFTER)
            return able.stream().max(Comparator.comparing(actor -> actor.rank)).orElseThrow();
        return able.get(chance.nextInt(able.size()));
    }

    /** Whether time passes though there is something to do. */
    boolean hurries() {
        return chance.nextInt(8) == 0;
    }
}
