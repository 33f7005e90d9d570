package dev.perdure.tests.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.tests.compile.WarmJavac;
import dev.perdure.tests.harness.Differential;
import dev.perdure.tests.harness.Flow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Methods that others wrote. {@code src/test/library SEED} puts the awaits elsewhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LibraryTest {
    private static final long SEED = Long.getLong("perdure.library.seed", 20_261_120L);
    private static final int INPUTS = Integer.getInteger("perdure.library.inputs", 8);
    private static final int ALONE = 4;
    private static final int WANTED = 200;
    private static final double REJECTED = 0.1;

    @Test
    void methods_of_libraries_give_the_same_when_they_are_durable() throws Exception {
        var report = new Report(SEED);
        try (var javac = new WarmJavac(Library::needed)) {
            for (var library : Library.tried()) adopt(javac, library, report);
        }
        System.out.println(report);
        var kept = Path.of(System.getProperty("perdure.library.report", "target/library-report.txt"));
        Files.createDirectories(kept.toAbsolutePath().getParent());
        Files.writeString(kept, report + "\n");
        assertThat(report.mismatches).isEmpty();
        assertThat(report.methods).isGreaterThan(WANTED);
        assertThat(report.reasons).doesNotContainKey("no finding");
        assertThat((double) report.rejected()).isLessThan((report.methods + report.rejected()) * REJECTED);
    }

    private static void adopt(WarmJavac javac, Library library, Report report) throws Exception {
        var adoption = Adoption.of(javac, library, SEED);
        var loader = adoption.loader(adoption.compile());
        adoption.refused().forEach(report::refused);
        adoption.broken().forEach((method, why) -> report.mismatches.add(method + " does not compile: " + why));
        report.byLibrary.put(library.artifact(), adoption.adopted().size());
        var hosts = new LinkedHashSet<Class<?>>();
        for (var candidate : adoption.adopted()) hosts.add(Class.forName(candidate.host(), true, loader));
        for (var candidate : adoption.adopted()) run(candidate, loader, List.copyOf(hosts), report);
    }

    private static void run(Candidate candidate, ClassLoader loader, List<Class<?>> hosts, Report report)
            throws Exception {
        var original = candidate.method();
        var host = Class.forName(candidate.host(), true, loader);
        var method = host.getDeclaredMethod(original.getName(), parameters(original.getParameterTypes(), loader));
        var flow = new Flow(host, method, hosts);
        report.methods++;
        report.awaits += candidate.sites().size();
        for (var input = 0; input < INPUTS; input++) {
            var seed = SEED * 31 + input;
            if (!steady(flow, () -> Inputs.of(method.getParameterTypes(), seed))) continue;
            var differential = new Differential(flow, World::new, () -> Inputs.of(method.getParameterTypes(), seed));
            var difference = differential.difference(ALONE);
            report.executions++;
            report.crashes += differential.crashes();
            if (difference == null) continue;
            report.mismatches.add(method + "\n" + difference);
            return;
        }
    }

    /** Whether a method gives the same twice, once what the library makes at first use is made. */
    private static boolean steady(Flow flow, Supplier<Object[]> arguments) {
        flow.plain(new World(), arguments.get());
        return flow.plain(new World(), arguments.get()).sameAs(flow.plain(new World(), arguments.get()));
    }

    /** The same types, as the other loader has them. */
    private static Class<?>[] parameters(Class<?>[] types, ClassLoader loader) throws ClassNotFoundException {
        var same = new Class<?>[types.length];
        for (var i = 0; i < types.length; i++)
            same[i] = types[i].isEnum() ? Class.forName(types[i].getName(), true, loader) : types[i];
        return same;
    }
}
