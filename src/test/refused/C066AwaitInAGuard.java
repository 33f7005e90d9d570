package refused;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;

/** Case 66: a guard is evaluated while the switch chooses; nothing can be suspended there. Needs Java 21. */
public class C066AwaitInAGuard {
    @Durable
    public String run(int n) {
        Object o = "text" + n;
        return switch (o) {
            case String s when await(() -> s.isEmpty()).get() -> "empty"; //! await-misplaced: guard
            default -> "other";
        };
    }
}
