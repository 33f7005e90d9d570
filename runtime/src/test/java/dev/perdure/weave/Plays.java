package dev.perdure.weave;

import java.lang.reflect.Constructor;

/** Plays scenes in many orders. */
public final class Plays {
    private static final int ORDERS = Integer.getInteger("perdure.orders", 40);
    private static final Long ONLY = Long.getLong("perdure.order");

    /** So many orders come before: an order repeats itself where classes are loaded and what is kept of them is known. */
    private static final int WARM_UP = 3;

    private final ClassLoader woven = new Weaver();
    private final int orders;

    /** In as many orders as {@code perdure.orders} says. */
    public Plays() {
        this(ORDERS);
    }

    /** In ten times as many orders, for scenes of few steps. */
    public static Plays ofFewSteps() {
        return new Plays(10 * ORDERS);
    }

    /** In so many orders. */
    public Plays(int orders) {
        this.orders = orders;
    }

    /** Plays a scene in all orders, or in the one that {@code perdure.order} names. */
    public void play(Class<? extends Scene> scene) {
        var constructor = constructor(scene);
        for (int seed = 1 - WARM_UP; seed <= 0; seed++) play(constructor, seed);
        if (ONLY != null) play(constructor, ONLY);
        else for (int seed = 1; seed <= orders; seed++) play(constructor, seed);
    }

    /** Plays a scene in the order of this seed. */
    public void play(Class<? extends Scene> scene, long seed) {
        play(constructor(scene), seed);
    }

    private Constructor<?> constructor(Class<?> scene) {
        try {
            var constructor = woven.loadClass(scene.getName()).getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(scene + " cannot be loaded", e);
        }
    }

    private static void play(Constructor<?> scene, long seed) {
        try {
            Play.of(seed, (Scene) scene.newInstance());
        } catch (Throwable wrong) {
            throw new AssertionError(
                    "order " + seed + " of " + scene.getDeclaringClass().getSimpleName() + ": " + wrong.getMessage(),
                    wrong);
        }
    }
}
