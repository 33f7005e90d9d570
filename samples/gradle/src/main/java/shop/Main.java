package shop;

import dev.perdure.engine.Engine;
import dev.perdure.local.LocalStore;
import java.nio.file.Path;
import java.util.List;

/** Runs the flow on a store in a folder. */
public final class Main {
    private Main() {}

    /** The first argument is the folder. */
    public static void main(String[] arguments) {
        var folder = Path.of(arguments.length == 0 ? "build/greetings" : arguments[0]);
        var flow = new GreetingFlow(name -> "letter to " + name);
        try (var engine = Engine.open(LocalStore.at(folder)).register(flow).start()) {
            var run = engine.start("greeting-1", GreetingFlow::greet, List.of("Ann", "Bo", "Cy"));
            System.out.println(run.result());
        }
    }
}
