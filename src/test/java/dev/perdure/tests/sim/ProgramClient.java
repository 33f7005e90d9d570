package dev.perdure.tests.sim;

import dev.perdure.RunEnded;
import dev.perdure.StartOptions;
import dev.perdure.StoreUnavailable;
import dev.perdure.engine.Engine;
import dev.perdure.engine.Starts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has a program carried out, and sends it its signals, one after the other. */
final class ProgramClient extends Client {
    private final Programs.Program program;
    private final Oracle.Outcome expected;
    private int sent;

    /** Half of the programs are small in the checkpoints, and for the most part kept by the world. */
    ProgramClient(String id, Universe universe, World world, Engine desk, StartOptions placed) {
        super(id, universe, world, desk, placed);
        boolean whole = universe.random.nextInt(4) == 0;
        program = Programs.program(universe.random, whole ? op -> op : world::keep);
        expected = Oracle.of(program.ops(), world::op);
        universe.trace(id + " is to do " + program.ops().stream().map(world::op).toList());
    }

    boolean hearsNews() {
        return program.news();
    }

    @Override
    void begin(Starts starts) {
        starts.start(id, Interpreter::run, program.ops());
    }

    @Override
    void begun() {
        signal();
    }

    private void signal() {
        if (sent == program.signals()) return;
        try {
            desk.signal(id, Interpreter.NUMBERS, sent + 1L, "n" + sent);
            sent++;
            soon(this::signal, 15 * SECOND);
        } catch (StoreUnavailable planned) {
            soon(this::signal, SECOND);
        } catch (RunEnded over) {
            if (!isCancelled() && expected.broken() == null) universe.violated("G9: " + over.getMessage());
        }
    }

    @Override
    boolean isRight(@Nullable Object value, @Nullable String failure) {
        if (expected.broken() == null)
            return failure == null && Long.valueOf(expected.value()).equals(value);
        return new Broken(expected.broken()).toString().equals(failure);
    }

    @Override
    String expected() {
        return expected.toString();
    }

    @Override
    void look(boolean calledOff) {
        var known = Undone.sites(expected.undone());
        known.addAll(Undone.sites(expected.done()));
        var undone = world.undone(id).stream().filter(known::contains).toList();
        if (calledOff) lookAtRest(undone);
        else if (!Undone.fits(expected.undone(), undone))
            universe.violated("G11: " + id + " has undone " + undone + " instead of " + expected.undone());
    }

    /** Of what was done outside of branches, one after the other, all is undone, but perhaps the last: that was not recorded. */
    private void lookAtRest(List<Integer> undone) {
        var done = new ArrayList<Integer>();
        for (var item : expected.done()) if (item instanceof Undone.Site one) done.add(one.site());
        done.removeIf(site -> !world.isDone(id, site));
        var order = undone.stream().filter(done::contains).toList();
        if (order.size() < done.size() - 1)
            universe.violated("G11: " + id + " was called off and has undone " + order + " of " + done);
        for (int i = 0; i < order.size(); i++)
            if (!order.get(i).equals(done.get(order.size() - 1 - i)))
                universe.violated("G11: " + id + " was called off and has undone " + order + " of " + done);
    }
}
