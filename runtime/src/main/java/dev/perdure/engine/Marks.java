package dev.perdure.engine;

import org.slf4j.MDC;
import org.slf4j.helpers.NOPMDCAdapter;

/** The run, method, await and attempt of the current thread, for log lines. Costs nothing where logging keeps no such marks. */
final class Marks {
    private static final boolean KEPT = !(MDC.getMDCAdapter() instanceof NOPMDCAdapter);

    private Marks() {}

    static void run(LiveRun run) {
        if (!KEPT) return;
        MDC.put("run", run.id);
        MDC.put("method", run.method);
    }

    static void attempt(String await, int attempt) {
        if (!KEPT) return;
        MDC.put("await", await);
        MDC.put("attempt", Integer.toString(attempt));
    }

    static void noAttempt() {
        if (!KEPT) return;
        MDC.remove("await");
        MDC.remove("attempt");
    }

    static void clear() {
        if (!KEPT) return;
        noAttempt();
        MDC.remove("run");
        MDC.remove("method");
    }
}
