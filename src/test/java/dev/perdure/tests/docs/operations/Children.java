package dev.perdure.tests.docs.operations;

import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.spawn;

import dev.perdure.Close;
import dev.perdure.Durable;
import dev.perdure.Run;
import dev.perdure.RunFailed;
import java.util.ArrayList;
import java.util.List;

/** Child runs. */
public class Children {
    /** What prints. */
    public interface Printer {
        String print(String parcel);
    }

    private final Printer printer;

    public Children(Printer printer) {
        this.printer = printer;
    }

    @Durable
    public String label(String parcel) {
        return await(() -> printer.print(parcel)).get();
    }

    @Durable
    public String minimal(String parcel) {
        // snippet: minimal
        Run<String> child = spawn(Children::label, parcel).get();
        String label = await(child).get();
        // end snippet
        return label;
    }

    @Durable
    public List<String> many(List<String> parcels) {
        // snippet: many
        var children = new ArrayList<Run<String>>(); // handles are values
        for (String parcel : parcels)
            children.add(spawn(Children::label, parcel).named("label").get());
        var labels = new ArrayList<String>();
        for (Run<String> child : children) {
            try {
                labels.add(await(child).named("labelled").get());
            } catch (RunFailed failed) { // the cause is what the child threw
                labels.add("none");
            }
        }
        // end snippet
        return labels;
    }

    @Durable
    public String left(String parcel) {
        // snippet: options
        Run<String> child = spawn(Children::label, parcel)
                .withId("label-of-" + parcel) // default: made from the parent's
                .onClose(Close.ABANDON) // default: WAIT
                .get();
        // end snippet
        return child.id();
    }
}
