package dev.perdure.tests.debug;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.IntegerValue;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StackFrame;
import com.sun.jdi.Value;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.LaunchingConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.VMDeathEvent;
import com.sun.jdi.event.VMDisconnectEvent;
import dev.perdure.tests.compile.Javac;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Case 103: a debugger stops at a line of the user's file inside a durable method, and reads its locals. */
class DebuggerTest {
    private static final String FILE = "Debugged.java";
    private static final int MILLIS = 60_000;

    /** What was seen where the debugger stopped. */
    private record Stop(String file, int line, Map<String, Integer> locals) {}

    @Test
    @Timeout(120)
    void c103_a_breakpoint_in_the_users_file_stops_there_and_locals_can_be_read() throws Exception {
        var line = lineOf("// stop here");
        var vm = launch();
        try {
            var stops = stopsAt(vm, line);
            assertThat(stops).contains(new Stop(FILE, line, Map.of("doubled", 20, "more", 21)));
        } finally {
            vm.process().destroyForcibly();
        }
    }

    private static int lineOf(String mark) throws IOException {
        var source = Path.of("")
                .toAbsolutePath()
                .resolve("java/dev/perdure/tests/debug")
                .resolve(FILE);
        var lines = Files.readAllLines(source);
        for (var i = 0; i < lines.size(); i++) if (lines.get(i).contains(mark)) return i + 1;
        throw new AssertionError(mark + " is not in " + source);
    }

    private static VirtualMachine launch() throws Exception {
        var connector = Bootstrap.virtualMachineManager().launchingConnectors().stream()
                .filter(each -> each.name().equals("com.sun.jdi.CommandLineLaunch"))
                .map(LaunchingConnector.class::cast)
                .findFirst()
                .orElseThrow();
        var arguments = connector.defaultArguments();
        argument(arguments, "main").setValue(Debugged.class.getName());
        argument(arguments, "options").setValue("-cp \"" + Javac.classPath() + "\"");
        var vm = connector.launch(arguments);
        for (var out : List.of(vm.process().getInputStream(), vm.process().getErrorStream())) {
            var drain = new Thread(
                    () -> {
                        try {
                            out.transferTo(System.out);
                        } catch (IOException over) {
                            // the process has ended
                        }
                    },
                    "debugged");
            drain.setDaemon(true);
            drain.start();
        }
        return vm;
    }

    private static Connector.Argument argument(Map<String, Connector.Argument> arguments, String name) {
        return Objects.requireNonNull(arguments.get(name), name);
    }

    private static List<Stop> stopsAt(VirtualMachine vm, int line) throws Exception {
        var prepared = vm.eventRequestManager().createClassPrepareRequest();
        prepared.addSourceNameFilter(FILE);
        prepared.enable();
        var stops = new ArrayList<Stop>();
        while (true) {
            var events = vm.eventQueue().remove(MILLIS);
            if (events == null) throw new AssertionError("the debugged program hangs; seen so far: " + stops);
            for (var event : events) {
                if (event instanceof ClassPrepareEvent loaded) breakAt(loaded.referenceType(), line);
                if (event instanceof BreakpointEvent stopped)
                    stops.add(stop(stopped.thread().frame(0)));
                if (event instanceof VMDeathEvent || event instanceof VMDisconnectEvent) return stops;
            }
            events.resume();
        }
    }

    private static void breakAt(ReferenceType type, int line) throws AbsentInformationException {
        for (var place : type.locationsOfLine(line))
            type.virtualMachine()
                    .eventRequestManager()
                    .createBreakpointRequest(place)
                    .enable();
    }

    /** Locals that outlive an await are fields of the frame, which a debugger shows below {@code this}. */
    private static Stop stop(StackFrame frame) throws AbsentInformationException, IncompatibleThreadStateException {
        var locals = new TreeMap<String, Integer>();
        for (var variable : frame.visibleVariables()) put(locals, variable.name(), frame.getValue(variable));
        var self = frame.thisObject();
        if (self != null)
            for (var field : self.referenceType().allFields()) put(locals, field.name(), self.getValue(field));
        return new Stop(frame.location().sourceName(), frame.location().lineNumber(), locals);
    }

    private static void put(Map<String, Integer> locals, String name, @Nullable Value value) {
        if (List.of("doubled", "more").contains(name) && value instanceof IntegerValue number)
            locals.put(name, number.value());
    }
}
