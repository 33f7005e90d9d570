package dev.perdure.local;

import dev.perdure.store.RunImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A store at work, of which everything is known: what it held after each change, and what became of its files. */
final class Session {
    private static final int LOG_PAGES = 40;

    /** What the store held: first of all before anything was done, then after each change. */
    final List<Map<String, RunImage>> states = new ArrayList<>();

    /** What became of the files. */
    final List<Io> journal;

    private final Path folder;
    private final Random random;
    private final Recorder recorder;

    /** Works in a folder that holds a store with this, and has so many changes made. */
    @SuppressWarnings("try") // it is heard of what is done meanwhile
    Session(Path folder, Map<String, RunImage> before, Random random, int acts) throws Exception {
        this.folder = folder;
        this.random = random;
        states.add(before);
        recorder = Recorder.seeing(folder, folder.resolve("perdure.db-wal"));
        try (var heard = SystemCalls.heardBy(recorder)) {
            for (int done = 0; done < acts; ) done += open(1 + random.nextInt(acts));
        }
        journal = recorder.journal();
    }

    /** One life of the store; it is closed at its end. How many changes there were. */
    private int open(int acts) {
        try (var store = LocalStore.at(folder, SystemClock.utc(), LOG_PAGES)) {
            var workload = new Workload(store, random.nextLong());
            for (int i = 0; i < acts; i++) {
                workload.act();
                states.add(Workload.state(store, states.get(states.size() - 1)));
                recorder.acknowledged(states.size() - 1);
            }
        }
        return acts;
    }
}
