package dev.perdure.tests.mutants;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Tests that are tried on a mutant together, in a process of their own; what costs seconds first. */
@SuppressWarnings("ImmutableEnumChecker") // its lists are of the kind that never changes
enum Rig {
    SIMULATION("simulation", List.of(Rig.UNIVERSES), List.of("-Dperdure.sim.first=true", "-Dperdure.sim.seeds=200")),
    CONTRACT(
            "store contract",
            List.of(
                    "dev.perdure.testkit.store.MemoryStoreTest",
                    "dev.perdure.testkit.store.LocalStoreTest",
                    "dev.perdure.testkit.store.LocalStoreModelTest"),
            List.of()),
    ENGINE(
            "engine tests",
            List.of(
                    "dev.perdure.engine.CommitterTest",
                    "dev.perdure.engine.LeaseTest",
                    "dev.perdure.engine.ComebackTest",
                    "dev.perdure.engine.LostClaimTest",
                    "dev.perdure.engine.StartingTest",
                    "dev.perdure.engine.RecoveryTest",
                    "dev.perdure.engine.PolicyTest",
                    "dev.perdure.engine.TimerTest",
                    "dev.perdure.engine.SignalAndJobTest",
                    "dev.perdure.engine.GroupTest",
                    "dev.perdure.engine.FamilyTest",
                    "dev.perdure.engine.HerdTest",
                    "dev.perdure.engine.ScheduleTest",
                    "dev.perdure.engine.ContentionTest"),
            List.of()),
    CRASH_POINTS(
            "crash points",
            List.of("dev.perdure.engine.CrashTest", "dev.perdure.tests.crash.CrashPointsTest"),
            List.of()),
    FILES(
            "files",
            List.of(
                    "dev.perdure.local.LocalStoreCrashTest",
                    "dev.perdure.local.LocalStoreDamageTest",
                    "dev.perdure.local.LocalStoreFailureTest",
                    "dev.perdure.local.LocalStoreBadRunTest",
                    "dev.perdure.local.CorruptionTest",
                    "dev.perdure.local.PowerCutTest",
                    "dev.perdure.local.FailingDiskTest",
                    "dev.perdure.local.LocalStoreFileTest"),
            List.of()),
    SCENARIOS(
            "engine tests",
            List.of(
                    "package:dev.perdure.engine",
                    "dev.perdure.testkit.TestEngineTest",
                    "dev.perdure.tests.mistakes.RecoveryTest",
                    "dev.perdure.tests.docs.operations.OperationsTest"),
            List.of()),
    LONG_SIMULATION(
            "simulation",
            List.of(Rig.UNIVERSES),
            List.of(
                    "-Dperdure.sim.first=true",
                    "-Dperdure.sim.from=201",
                    "-Dperdure.sim.seeds=" + Integer.getInteger("perdure.mutants.seeds", 6_000)));

    private static final String UNIVERSES =
            "dev.perdure.tests.sim.SimTest#G3_G4_G6_G7_G8_G9_G11_G13_hold_in_every_universe()";
    private static final int MINUTES = 10;

    final String title;
    private final List<String> tests;
    private final List<String> options;

    Rig(String title, List<String> tests, List<String> options) {
        this.title = title;
        this.tests = tests;
        this.options = options;
    }

    /** Whether it can find anything in this file of the runtime. */
    boolean concerns(String file) {
        boolean local = file.startsWith("local/");
        return switch (this) {
            case SIMULATION, LONG_SIMULATION, ENGINE -> !local; // they stand on the store in memory
            case CONTRACT -> local || file.startsWith("store/");
            case FILES -> local;
            case CRASH_POINTS, SCENARIOS -> true;
        };
    }

    /** What a rig has to say of a mutant: which test failed first, and after how long. */
    record Finding(Rig rig, String test, double seconds) {}

    /** Tries the classes in a folder in front of all others; null if nothing is found. */
    @org.jspecify.annotations.Nullable
    Finding tries(Path overlay) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of("-Xmx1g", "-XX:TieredStopAtLevel=1", "-Dorg.slf4j.simpleLogger.defaultLogLevel=off"));
        command.addAll(options);
        command.addAll(
                List.of("-cp", overlay + java.io.File.pathSeparator + Overlay.classPath(), Probe.class.getName()));
        command.addAll(tests);
        var log = overlay.resolve("log.txt").toFile();
        long begun = System.nanoTime();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        if (!ended) process.destroyForcibly().waitFor();
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (!ended) return new Finding(this, "does not end", seconds);
        if (process.exitValue() == 0) return null;
        var said = java.nio.file.Files.readAllLines(log.toPath());
        var failed = said.stream().filter(line -> line.startsWith(Probe.FAILED)).findFirst();
        if (failed.isEmpty())
            throw new AssertionError(this + " broke: " + String.join("\n", said.subList(0, Math.min(40, said.size()))));
        return new Finding(this, failed.get().substring(Probe.FAILED.length()), seconds);
    }
}
