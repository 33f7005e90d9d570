package dev.perdure.engine;

import dev.perdure.engine.seam.Scheduler;
import dev.perdure.weave.Play;
import java.time.Duration;
import java.util.ArrayDeque;

/** The threads and timers of one process in a play. */
final class Crew implements Scheduler {
    private final Play play;
    private final ArrayDeque<Runnable> tasks =
            new ArrayDeque<>(); // one thread at a time goes on, and none is held up in it

    Crew(Play play, int threads) {
        this.play = play;
        for (int i = 0; i < threads; i++) play.thread("worker-" + i, this::work);
    }

    @SuppressWarnings("InfiniteLoopStatement") // the play ends it
    private void work() {
        while (true) {
            play.await(() -> !tasks.isEmpty());
            tasks.remove().run();
        }
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        return play.after(delay, task)::run;
    }
}
