package shop;

import static dev.perdure.Perdure.*;

import dev.perdure.Durable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

public class Flow {
    public record Line(String sku, int amount) {}

    interface Desk {
        String charge(List<Line> lines);

        String label(Line line);
    }

    private final Desk desk;

    public Flow(Desk desk) {
        this.desk = desk;
    }

    @Durable
    public List<String> place(List<Line> lines) {
        var labels = new ArrayList<String>();
        labels.add(await(() -> desk.charge(lines)).get());
        for (var line : lines) labels.add(await(() -> desk.label(line)).get());
        sleep(Duration.ofHours(1));
        return labels;
    }
}
