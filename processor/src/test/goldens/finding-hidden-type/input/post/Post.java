package post;

import dev.perdure.*;
import java.util.*;

/** Hands out what nobody else can name. */
public class Post {
    public sealed interface Labelled permits Parcel {
        String label();
    }

    record Parcel(String label) implements Labelled {}

    abstract static class Failure extends RuntimeException {
        private static final long serialVersionUID = 1;

        public int code() {
            return 7;
        }
    }

    public static class Lost extends Failure {
        private static final long serialVersionUID = 1;
    }

    public static class Late extends Failure {
        private static final long serialVersionUID = 1;
    }

    protected record Stamp(int cents) {
        public Stamp {}
    }

    public static Parcel pack(String label) {
        return new Parcel(label);
    }

    public static List<Parcel> packAll(String... labels) {
        return Arrays.stream(labels).map(Parcel::new).toList();
    }

    public static String read(Parcel parcel) {
        return parcel.label();
    }

    public static int count(List<Parcel> parcels) {
        return parcels.size();
    }

    @Step
    public Parcel send(String label) {
        return pack(label);
    }

    @Step(attempts = 2, abortOn = Failure.class)
    public int weigh(String label) {
        return label.length();
    }

    protected Stamp stamp() {
        return new Stamp(80);
    }
}
