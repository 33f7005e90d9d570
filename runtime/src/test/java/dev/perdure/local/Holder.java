package dev.perdure.local;

import dev.perdure.StoreLocked;
import java.nio.file.Path;

/** Main class of a process that opens a store, steps a run until it is killed, and says what was acknowledged. */
final class Holder {
    private Holder() {}

    public static void main(String[] arguments) {
        try (var store = LocalStore.at(Path.of(arguments[0]))) {
            var lease = Runs.join(store);
            Runs.commit(store, Runs.start("r", lease), Runs.start("s", lease));
            for (int i = 1; ; i++) {
                Runs.commit(store, Runs.step("r", lease, "r" + i), Runs.step("s", lease, "s" + i));
                System.out.println(i);
            }
        } catch (StoreLocked e) {
            System.out.println(e.getMessage());
        }
    }
}
