package dev.perdure.tests.harness;

import dev.perdure.Step;
import java.util.Arrays;
import java.util.List;

/** Hands out what no other package can name, though it can hold and pass it. */
public class Parcels extends Unnamed {
    /** The part of a parcel that everybody can name. */
    public sealed interface Labelled permits Parcel {
        /** What is on it. */
        String label();
    }

    record Parcel(String label) implements Labelled {}

    /** Nobody outside can catch both of its kinds by one name. */
    abstract static class Failure extends RuntimeException {
        private static final long serialVersionUID = 1;

        /** A number. */
        public int code() {
            return 7;
        }
    }

    /** One kind. */
    public static final class Lost extends Failure {
        private static final long serialVersionUID = 1;
    }

    /** Another kind. */
    public static final class Late extends Failure {
        private static final long serialVersionUID = 1;
    }

    /** Is neither to be named nor to be saved. */
    static final class Scale {}

    /** Only subclasses can name it. */
    protected record Stamp(int cents) {
        /** Of so many cents. */
        public Stamp {}
    }

    /** Packs one. */
    public static Parcel pack(String label) {
        return new Parcel(label);
    }

    /** Packs several. */
    public static List<Parcel> packAll(String... labels) {
        return Arrays.stream(labels).map(Parcel::new).toList();
    }

    /** Packs several, side by side. */
    public static Parcel[] row(String... labels) {
        return packAll(labels).toArray(Parcel[]::new);
    }

    /** Reads what only this package can read. */
    public static String read(Parcel parcel) {
        return parcel.label();
    }

    /** Reads what everybody can read. */
    public static String show(Labelled parcel) {
        return parcel.label();
    }

    /** Reads many. */
    public static String readAll(List<Parcel> parcels) {
        return parcels.toString();
    }

    /** A scale. */
    public static Scale scale() {
        return new Scale();
    }

    /** Weighs. */
    public static int weigh(Scale scale, Parcel parcel) {
        return scale == null ? 0 : parcel.label().length();
    }

    /** Sends, as an await. */
    @Step
    public Parcel send(String label) {
        return pack(label);
    }

    /** Sends, not after a failure. */
    @Step(attempts = 2, abortOn = Failure.class)
    public int sendTwice(String label) {
        return label.length();
    }

    /** A stamp. */
    protected Stamp stamp() {
        return new Stamp(80);
    }
}

/** What parcels inherit from where nobody looks. */
class Unnamed {
    /** A field. */
    public int field = 5;

    /** Something to be called as super's. */
    public String above(int n) {
        return "above" + n;
    }
}
