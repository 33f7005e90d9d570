package dev.perdure.samples.approval;

import dev.perdure.Run;
import dev.perdure.RunEnded;
import dev.perdure.engine.Engine;
import dev.perdure.local.LocalStore;
import dev.perdure.samples.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Claims wait for people who answer through files; kill the process and start it again: it goes on. With {@code hands=1}
 * nobody stands in for the people: answer yourself, {@code echo yes > FOLDER/answers/claim-007}.
 */
public final class ApprovalApp {
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Engine engine;
    private final Office office;
    private final Map<String, Run<String>> open = new LinkedHashMap<>();
    private final Set<String> sent = new HashSet<>();

    private ApprovalApp(Engine engine, Office office) {
        this.engine = engine;
        this.office = office;
    }

    /** Options: {@code folder=… claims=… patience=<ms> hands=1}. */
    public static void main(String[] words) throws Exception {
        var options = Options.ofMain(words, "folder", "claims", "patience", "hands");
        var folder = Files.createDirectories(options.path("folder", "target/approval"));
        try (var office = new Office(folder);
                var engine = Engine.open(LocalStore.at(folder.resolve("runs")))
                        .register(new ApprovalFlow(office, office, options.millis("patience", 2_000)))
                        .start()) {
            System.out.println("questions and answers are files in " + folder);
            var app = new ApprovalApp(engine, office);
            app.start((int) options.number("claims", 40));
            app.follow(options.number("hands", 0) == 1 ? null : new Managers(office));
        }
    }

    private void start(int claims) {
        for (int i = 1; i <= claims; i++) {
            var claim = new Claim(String.format("claim-%03d", i), "employee " + i % 7, 1_000L + i * 250L);
            open.put(claim.id(), engine.start(claim.id(), ApprovalFlow::decide, claim));
        }
        System.out.println(claims + " claims are under way");
    }

    /** Carries answers to their claims until all have ended. */
    private void follow(@Nullable Managers managers) throws IOException, InterruptedException {
        while (!open.isEmpty()) {
            if (managers != null) managers.work();
            for (var claim : office.answers()) if (sent.add(claim)) send(claim, office.answer(claim));
            report();
            Thread.sleep(LOOK.toMillis());
        }
    }

    /** The claim's name is the signal's key: however often the process is started, the answer arrives once. */
    private void send(String claim, Decision decision) {
        if (decision == Decision.NONE || !open.containsKey(claim)) return;
        try {
            engine.signal(claim, ApprovalFlow.DECISION, decision, claim);
        } catch (RunEnded late) {
            System.out.println(claim + ": the answer came too late");
        }
    }

    private void report() {
        open.values().removeIf(run -> {
            if (!run.status().state().terminal()) return false;
            System.out.println(run.id() + " " + run.result());
            return true;
        });
    }
}
