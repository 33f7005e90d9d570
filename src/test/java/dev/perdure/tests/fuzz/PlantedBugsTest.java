package dev.perdure.tests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.tests.compile.Source;
import dev.perdure.tests.compile.WarmJavac;
import dev.perdure.tests.harness.Flow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Shows that generated programs can see: each planted bug is found by one of them. */
class PlantedBugsTest {
    private static final long SEED = Long.getLong("perdure.fuzz.seed", 20_261_121L);
    private static final int PROGRAMS = 300;
    /** So many are compiled together at first, and each time twice as many: most bugs are found by the first. */
    private static final int FIRST = 2;

    private static final int SECONDS = 10;

    private final WarmJavac javac = new WarmJavac();

    @Test
    void every_planted_bug_is_found() throws Exception {
        var programs = new ArrayList<Program>();
        for (var i = 0; i < PROGRAMS; i++) programs.add(Program.of("p" + i, Choices.of(World.mix(SEED, i))));
        var machines = Batch.machines(javac, programs);
        var missed = new ArrayList<Planted>();
        System.out.println("planted bug | programs with a place for it that it took to find it (seed " + SEED + ")");
        for (var bug : Planted.values()) {
            var found = find(bug, programs, machines);
            System.out.println(bug.what + " | " + found);
            if (found.startsWith("not found")) missed.add(bug);
        }
        assertThat(Planted.values()).hasSizeGreaterThanOrEqualTo(20);
        assertThat(missed).isEmpty();
    }

    private String find(Planted bug, List<Program> programs, Map<String, List<Source>> machines) throws Exception {
        var planted = plant(bug, machines);
        var tried = 0;
        var chosen = programs.stream()
                .filter(program -> planted.containsKey(program.host()))
                .toList();
        var size = FIRST;
        for (var from = 0; from < chosen.size(); from += size / 2) {
            var some = chosen.subList(from, Math.min(chosen.size(), from + size));
            size *= 2;
            var batch = Batch.of(javac, some, planted);
            for (var entry : batch.flows().entrySet()) {
                tried++;
                if (differs(entry.getKey(), entry.getValue()) && !wrongWithoutIt(entry.getKey(), machines))
                    return Integer.toString(tried);
            }
        }
        return "not found by " + tried + " of " + chosen.size();
    }

    private boolean wrongWithoutIt(Program program, Map<String, List<Source>> machines) throws Exception {
        var flow = Batch.of(javac, List.of(program), machines).flows().get(program);
        return flow == null || differs(program, flow);
    }

    /** The machines of those programs that have a place for the bug. */
    private static Map<String, List<Source>> plant(Planted bug, Map<String, List<Source>> machines) {
        var planted = new HashMap<String, List<Source>>();
        machines.forEach((host, sources) -> {
            var changed = sources.stream()
                    .map(source -> Source.of(source.path(), bug.plant(source.text())))
                    .toList();
            var same = true;
            for (var i = 0; i < changed.size(); i++)
                same &= changed.get(i).text().equals(sources.get(i).text());
            if (!same) planted.put(host, changed);
        });
        return planted;
    }

    /** A machine with a bug may never end: that is another way to differ. */
    private static boolean differs(Program program, Flow flow) throws InterruptedException, ExecutionException {
        var task = new FutureTask<>(() -> new Trial().difference(program, flow) != null);
        var thread = new Thread(task, "planted");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException endless) {
            return true;
        }
    }
}
