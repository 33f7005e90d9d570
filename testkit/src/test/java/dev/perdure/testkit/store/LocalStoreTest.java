package dev.perdure.testkit.store;

import dev.perdure.local.LocalStore;
import dev.perdure.store.Store;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The embedded store keeps the contract. */
class LocalStoreTest extends StoreContract {
    @TempDir
    Path folder;

    @Override
    protected Store open(AdjustableClock on) {
        return LocalStore.at(folder, on);
    }

    @Override
    protected Store reopen(Store old) {
        old.close();
        return LocalStore.at(folder, clock);
    }

    @Override
    protected boolean leasesExpire() {
        return false;
    }
}
