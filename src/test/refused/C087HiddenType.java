package refused;

import static dev.perdure.Perdure.all;
import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.branch;
import static dev.perdure.Perdure.sleep;

import dev.perdure.Durable;
import dev.perdure.tests.harness.Parcels;
import java.time.Duration;
import java.util.List;

/** Case 87: generated code in this package cannot name what another package keeps to itself. */
public class C087HiddenType extends Parcels {
    private record Own(int n) {}

    List<Own> own() {
        return List.of(new Own(1));
    }

    @Durable
    public String acrossAnAwait() {
        var parcel = Parcels.pack("a"); //! hidden-type: type of 'parcel' (Parcel), package-private in Parcels
        sleep(Duration.ofHours(1));
        return Parcels.read(parcel);
    }

    @Durable
    public String acrossBlocksAlone(int n) {
        var parcel = Parcels.pack("a"); //! hidden-type: type of 'parcel' (Parcel)
        if (n > 1) return "many" + await(() -> n).get();
        return Parcels.read(parcel);
    }

    @Durable
    public String insideAnotherType() {
        var parcels = Parcels.packAll("a", "b"); //! hidden-type: type of 'parcels' (List<Parcel>)
        sleep(Duration.ofHours(1));
        return Parcels.readAll(parcels);
    }

    @Durable
    public String ofASteps() {
        var parcel = send("a"); //! hidden-type: result (Parcel) of the await 'send'
        sleep(Duration.ofHours(1));
        return Parcels.read(parcel);
    }

    @Durable
    public String asAnArgument() {
        return Parcels.read(send("a")); //! hidden-type: result (Parcel) of the await 'send'
    }

    @Durable
    public String beforeAnAwait(int n) {
        return "%s%s".formatted(Parcels.pack("a"), await(() -> n).get()); //! hidden-type: type of 'Parcels.pack("a")'
    }

    @Durable
    public String chosen(int n) {
        return Parcels.read(n > 1 ? Parcels.pack("a" + await(() -> n).get()) : Parcels.pack("b")); //! hidden-type: n > 1 ?
    }

    @Durable
    public String yielded(int n) {
        return Parcels.read(switch (n) { //! hidden-type: (Parcel)
            case 1 -> {
                await(() -> n).get();
                yield Parcels.pack("one");
            }
            default -> Parcels.pack("more");
        });
    }

    @Durable
    public int caught(int n) {
        try {
            return await(() -> n).get();
        } catch (Lost | Late e) { //! hidden-type: type of 'e' (Failure)
            return e.code();
        }
    }

    @Durable
    public int ofAStepsAnnotation() {
        return sendTwice("a"); //! hidden-type: the type Failure in abortOn of 'sendTwice'
    }

    @Durable
    public int ofAnAccessor(int n) {
        await(() -> n).get();
        return stamp().cents(); //! hidden-type: the type Stamp in the signature of 'stamp', protected in Parcels
    }

    @Durable
    public int named(int n) {
        await(() -> n).get();
        return new Stamp(n).cents(); //! hidden-type: the type Stamp, protected in Parcels
    }

    @Durable
    public int namedLonger(int n) {
        Object stamp = await(() -> n).get();
        return stamp instanceof Parcels.Stamp ? 1 : 2; //! hidden-type: the type Stamp
    }

    @Durable
    public int inABranch(int n) {
        var parcel = Parcels.pack("a");
        return all(branch(() -> await(() -> n).get() + Parcels.read(parcel).length()), await(() -> n)) //! hidden-type: 'parcel'
                .get()
                .first();
    }

    @Durable
    public int insideABranch(int n) {
        return all(
                        branch(() -> {
                            var parcel = Parcels.pack("a"); //! hidden-type: type of 'parcel'
                            return await(() -> n).get() + Parcels.read(parcel).length();
                        }),
                        await(() -> n))
                .get()
                .first();
    }

    @Durable
    public int inAnUndo(int n) {
        var parcel = Parcels.pack("a");
        return await(() -> n).withUndo(done -> Parcels.read(parcel)).get(); //! hidden-type: 'parcel'
    }

    /** Another name for its type would not help. */
    @Durable
    public int norToBeSaved(int n) {
        var scale = Parcels.scale(); //! unsaveable-local: scale
        await(() -> n).get();
        return Parcels.weigh(scale, Parcels.pack("a"));
    }

    @Durable
    public int privateOnes(int n) {
        for (var each : own()) n += each.n() + await(() -> 1).get(); //! private-type: the type Own
        return n;
    }

    @Durable
    public int aPrivateOne(int n) {
        var first = own().get(0); //! private-type: the type Own
        return first.n() + await(() -> n).get() + first.n();
    }
}
