package dev.perdure.tests.sim;

import dev.perdure.engine.seam.Scheduler;
import java.time.Duration;

/** Threads and timers of a node: they end when it dies, and stand still while it is paused. */
final class Life implements Scheduler {
    private static final int HURRY = 50;

    final String name;
    private final Universe universe;
    private boolean dead;
    private long pausedUntil;

    Life(String name, Universe universe) {
        this.name = name;
        this.universe = universe;
    }

    void kill() {
        dead = true;
        universe.trace(name + " dies");
    }

    boolean dead() {
        return dead;
    }

    /** Stands still for so many microseconds. */
    void pause(long micros) {
        pausedUntil = universe.micros() + micros;
        universe.trace(name + " pauses " + micros);
    }

    boolean paused() {
        return universe.micros() < pausedUntil;
    }

    /** What a living node does now, a paused one when it goes on, and a dead one never. */
    Runnable ofMine(Runnable task) {
        return new Runnable() {
            @Override
            public void run() {
                if (dead) return;
                if (paused()) universe.after(pausedUntil - universe.micros(), this);
                else task.run();
            }
        };
    }

    @Override
    public void execute(Runnable task) {
        if (!dead) universe.after(universe.random.nextInt(HURRY), ofMine(task));
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        if (dead) return () -> {};
        var micros = delay.compareTo(Duration.ofDays(9_000)) > 0 ? Long.MAX_VALUE : delay.toNanos() / 1000 + 1;
        return universe.after(micros, ofMine(task))::run;
    }
}
