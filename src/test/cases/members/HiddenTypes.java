package members;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;
import dev.perdure.tests.harness.Effects;
import dev.perdure.tests.harness.Parcels;
import java.util.function.Supplier;

/** Case 87: what cannot be named need not be, as long as it is not kept; and it can be kept as what can be named. */
public class HiddenTypes extends Parcels {
    private final Effects fx;

    HiddenTypes(Effects fx) {
        this.fx = fx;
    }

    @Durable
    public String c087_types_that_cannot_be_named_between_awaits(int n) {
        int first = await(() -> fx.num("a", n)).get();
        var parcel = Parcels.pack("p" + first);
        var parcels = Parcels.packAll("q", "r" + first);
        var text = Parcels.read(parcel) + Parcels.readAll(parcels) + parcels.size();
        int weight = Parcels.weigh(Parcels.scale(), parcel);
        Supplier<String> later = () -> {
            var own = Parcels.pack("s");
            return Parcels.read(own);
        };
        var late = later.get();
        return text + weight + late + await(() -> fx.text("b", Parcels.read(Parcels.pack(late)))).get();
    }

    @Durable
    public String c087_values_kept_as_what_can_be_named(int n) {
        Labelled parcel = Parcels.pack("p" + n);
        var text = await(() -> fx.text("a", Parcels.show(parcel))).get();
        Labelled other = await(() -> fx.give("b", (Labelled) Parcels.pack("q"))).get();
        send("thrown away");
        return text + parcel + other.label() + await(() -> fx.num("c", n)).get() + other;
    }

    @Durable
    public String c087_loops_over_what_cannot_be_named(int n) {
        String sum = "";
        for (Labelled each : Parcels.packAll("a", "b" + n, "c")) sum += await(() -> fx.text("list", each.label())).get();
        for (Labelled each : Parcels.row("d", "e" + n)) sum += await(() -> fx.text("row", Parcels.show(each))).get();
        var text = new StringBuilder();
        for (Labelled each : Parcels.row("f")) text.append(each.label());
        return sum + text;
    }

    @Durable
    public String c087_super_of_what_cannot_be_named(int n) {
        var text = super.above(n) + super.field + above(n);
        Supplier<String> again = super::toString;
        return text + again.get().isEmpty() + await(() -> fx.text("a", text)).get() + super.above(n + 1) + field;
    }

    @Durable
    public String c087_a_pattern_over_what_cannot_be_named(int n) {
        Object any = Parcels.pack("x" + n);
        if (!(any instanceof Labelled parcel)) return "none";
        return await(() -> fx.text("a", parcel.label())).get() + parcel.label();
    }

    @Override
    public String above(int n) {
        return "below" + n;
    }

    @Override
    public String toString() {
        return "";
    }
}
