package dev.perdure.bench;

import dev.perdure.engine.Engine;
import dev.perdure.store.Store;

/** Engines as a user would open them, with the flow to measure. */
final class Engines {
    private Engines() {}

    static Engine start(Store store, BenchFlow.Steps steps) {
        return Engine.open(store).register(new BenchFlow(steps)).start();
    }
}
