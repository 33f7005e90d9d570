package shop;

import static dev.perdure.Perdure.*;

import dev.perdure.Durable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

public class Flow {
    public record Line(String sku, int amount, String unit) {}

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
        var papers = new ArrayList<String>();
        papers.add(await(() -> desk.charge(lines)).named("pay").get());
        for (var line : lines) papers.add(await(() -> desk.label(line)).get());
        for (int i = 0; i < 2; i++) sleep(Duration.ofHours(1));
        return papers;
    }
}
