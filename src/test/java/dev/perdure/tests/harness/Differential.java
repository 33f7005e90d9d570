package dev.perdure.tests.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Executes a flow in every way and holds the results against the plain one. */
public final class Differential {
    private final Flow flow;
    private final Supplier<Effects> worlds;
    private final Supplier<Object[]> arguments;
    private int crashes;

    /** Of a flow, each execution in a fresh world and with fresh arguments. */
    public Differential(Flow flow, Supplier<Effects> worlds, Supplier<Object[]> arguments) {
        this.flow = flow;
        this.worlds = worlds;
        this.arguments = arguments;
    }

    /** How many times memory was lost and the flow went on. */
    public int crashes() {
        return crashes;
    }

    /** The first difference, as text, or null. Crashes after each of the first {@code alone} checkpoints by itself. */
    public @Nullable String difference(int alone) {
        var plain = flow.plain(worlds.get(), arguments.get());
        for (var mode : modes(plain, alone)) {
            Observed seen;
            try {
                seen = flow.lowered(worlds.get(), mode, arguments.get());
            } catch (Throwable broken) {
                return report(plain, mode, "broke the machine: " + trace(broken));
            }
            crashes += mode.everywhere() ? seen.awaits() : mode.after().size();
            if (!seen.sameAs(plain)) return report(plain, mode, seen.toString());
        }
        return null;
    }

    private static List<Crashes> modes(Observed plain, int alone) {
        var modes = new ArrayList<Crashes>();
        modes.add(Crashes.NONE);
        modes.add(Crashes.EVERYWHERE);
        var last = plain.log().size();
        for (var k = 0; k <= Math.min(last, alone); k++) modes.add(Crashes.after(k));
        for (var k = 0; k + 2 <= Math.min(last, alone); k += 3) modes.add(Crashes.after(k, k + 2));
        return modes;
    }

    private String report(Observed plain, Crashes mode, String seen) {
        return flow + Show.of(arguments.get()) + "\n  plain:\n    " + plain + "\n  " + mode.name() + ":\n    " + seen;
    }

    private static String trace(Throwable broken) {
        var text = new StringBuilder(broken.toString());
        for (var i = 0; i < Math.min(8, broken.getStackTrace().length); i++)
            text.append("\n      at ").append(broken.getStackTrace()[i]);
        return text.toString();
    }
}
