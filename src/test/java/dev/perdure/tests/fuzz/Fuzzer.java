package dev.perdure.tests.fuzz;

import dev.perdure.tests.compile.WarmJavac;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes programs, tries them, and reports; the same seed gives the same programs. */
final class Fuzzer {
    private static final int BATCH = Integer.getInteger("perdure.fuzz.batch", 100);
    private static final int SHRINKING = Integer.getInteger("perdure.fuzz.shrinking", 150);

    private static final int THREADS = Integer.getInteger(
            "perdure.fuzz.threads", Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors())));
    /** After so many programs a line tells how far it is. */
    private static final int TOLD = 1_000;
    /** What a program may be refused for; anything else is the generator's own mistake. */
    private static final Pattern REASON = Pattern.compile(
            "perdure/[a-z-]+|javac's own: \\w+( \\w+){0,3}|missing return statement|unreachable statement");

    private final WarmJavac javac;
    private final Report report;
    /** What one program has been made small for already. */
    private final Set<String> shrunk;
    /** How many programs all workers have tried. */
    private final AtomicInteger tried;

    private Fuzzer(WarmJavac javac, long seed, Set<String> shrunk, AtomicInteger tried) {
        this.javac = javac;
        report = new Report(seed);
        this.shrunk = shrunk;
        this.tried = tried;
    }

    /** Tries this many programs. */
    static Report run(long seed, int programs) throws InterruptedException, ExecutionException {
        var total = new Report(seed);
        Set<String> shrunk = ConcurrentHashMap.newKeySet();
        var next = new AtomicInteger();
        var tried = new AtomicInteger();
        var workers = Executors.newFixedThreadPool(THREADS);
        try {
            var shares = new ArrayList<Future<Report>>();
            for (var i = 0; i < THREADS; i++)
                shares.add(
                        workers.submit(() -> share(new Fuzzer(new WarmJavac(), seed, shrunk, tried), next, programs)));
            for (var share : shares) total.add(share.get());
        } finally {
            workers.shutdownNow();
        }
        return total;
    }

    /** Takes batch after batch until none is left. */
    private static Report share(Fuzzer fuzzer, AtomicInteger next, int programs) {
        try (fuzzer.javac) {
            while (true) {
                var from = next.getAndAdd(BATCH);
                if (from >= programs) return fuzzer.report;
                fuzzer.batch(from, Math.min(programs, from + BATCH));
            }
        }
    }

    private void batch(int from, int to) {
        var programs = new ArrayList<Program>();
        for (var i = from; i < to; i++) programs.add(Program.of("p" + i, Choices.of(World.mix(report.seed, i))));
        report.programs += programs.size();
        var batch = Batch.of(javac, programs);
        batch.rejected().forEach(this::refused);
        batch.broken().forEach(this::mismatch);
        var trial = new Trial();
        batch.flows().forEach((program, flow) -> {
            program.features().forEach(feature -> report.features.merge(feature, 1, Integer::sum));
            var difference = trial.difference(program, flow);
            if (difference != null) mismatch(program, difference);
        });
        report.crashes += trial.crashes();
        tell(programs.size());
    }

    private void tell(int more) {
        var all = tried.addAndGet(more);
        if (all / TOLD > (all - more) / TOLD)
            System.err.println("fuzz: " + all + " programs tried, different so far: " + shrunk.size());
    }

    private void refused(Program program, String why) {
        var reason = REASON.matcher(why);
        if (reason.find()) {
            report.rejected.merge(reason.group(), 1, Integer::sum);
            report.examples.put(reason.group(), program.name() + ": " + why);
        } else report.invalid.add(why + "\n" + program.text());
    }

    private void mismatch(Program program, String difference) {
        var signature = signature(difference);
        if (!shrunk.add(signature)) {
            report.mismatches.add(program.name() + " too: " + signature);
            return;
        }
        System.err.println("making " + program.name() + " small: " + signature);
        var choices = new Shrinker(SHRINKING, candidate -> signature.equals(signature(failure(candidate))))
                .shrink(program.choices());
        var small = Program.of("p", Choices.repeat(choices));
        report.mismatches.add(program.name() + ", made small:\n" + small.text() + failure(choices));
    }

    /** What differences have in common that probably have one cause. */
    private static String signature(@Nullable String difference) {
        if (difference == null) return "none";
        if (difference.startsWith("does not compile"))
            return difference.lines().findFirst().orElse("").replaceAll("/fuzz/\\S+|'[^']*'|[a-z]*\\d+|p_\\w+", "…");
        var broke = difference.indexOf("broke the machine");
        if (broke < 0) return "another result";
        return difference.substring(broke).lines().findFirst().orElse("").replaceAll("[a-z]*\\d+", "…");
    }

    /** What is wrong with the program of these choices, or null. */
    private @Nullable String failure(List<Integer> choices) {
        var program = Program.of("p", Choices.repeat(choices));
        var batch = Batch.of(javac, List.of(program));
        if (!batch.broken().isEmpty()) return batch.broken().get(program);
        var flow = batch.flows().get(program);
        return flow == null ? null : new Trial().difference(program, flow);
    }
}
