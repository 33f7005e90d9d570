package members;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;
import dev.perdure.tests.harness.Effects;

/** Case 81: a durable method of a record. */
public record Parcel(int size, String to) {
    @Durable
    public String c081_record_host(int n) {
        int sum = size + size() + this.size;
        var text = await(() -> Effects.now().text("a", to + n)).get();
        return text + to() + to + sum + Effects.now().f1(size);
    }

    static Parcel host(Effects effects) {
        return new Parcel(4, "home");
    }
}
