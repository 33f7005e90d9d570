package dev.perdure.tests.fuzz;

import dev.perdure.Step;
import dev.perdure.tests.harness.Bad;
import dev.perdure.tests.harness.Effects;
import dev.perdure.tests.harness.Oops;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What programs await. A call's outcome follows from the seed, the site and the number of effects before it, so that it
 * is the same in every execution that has had the same effects. One in seventeen calls fails.
 */
public final class World extends Effects {
    private static final int FAILING = 17;
    private static final int ENDLESS = 10_000;

    private final long seed;
    private final int share;
    private int spent;

    /** A world of this seed, in which a program can have {@code share} effects. */
    public World(long seed, int share) {
        this.seed = seed;
        this.share = share;
    }

    static long mix(long a, long b) {
        var z = a * 0x9E3779B97F4A7C15L + b;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private long outcome(int site, @Nullable Object... arguments) throws Bad {
        if (log().size() >= share) {
            // a machine that catches it for ever must not keep a core busy
            while (++spent > ENDLESS) LockSupport.park(this);
            throw new Spent();
        }
        var hash = mix(mix(seed, site), log().size());
        record("s" + site, arguments);
        if (Math.floorMod(hash, FAILING) == 0) {
            switch ((int) Math.floorMod(hash >>> 16, 3L)) {
                case 0 -> throw new Bad("bad" + site);
                case 1 -> throw new Oops("oops" + site);
                default -> throw new IllegalStateException("state" + site);
            }
        }
        return hash;
    }

    /** Throws nothing, but may. */
    public void may() throws Bad {}

    /** Awaited in a lambda: an object of a kind. */
    @SuppressWarnings({"unchecked", "NullAway"})
    public <T> T a(Of<T> of, int site, @Nullable Object... arguments) throws Bad {
        return (T) Samples.of(of.kind(), outcome(site, arguments));
    }

    /** Awaited in a lambda: nothing. */
    public void aVoid(int site, @Nullable Object... arguments) throws Bad {
        outcome(site, arguments);
    }

    /** An object of a kind. */
    @Step
    @SuppressWarnings({"unchecked", "NullAway"})
    public <T> T s(Of<T> of, int site, @Nullable Object... arguments) throws Bad {
        return (T) Samples.of(of.kind(), outcome(site, arguments));
    }

    /** Nothing. */
    @Step
    public void sVoid(int site, @Nullable Object... arguments) throws Bad {
        outcome(site, arguments);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the callers know the kind
    private <T> T primitive(Kind kind, int site, @Nullable Object... arguments) throws Bad {
        var value = Samples.of(kind, outcome(site, arguments));
        if (value == null) throw new IllegalStateException("no primitive is null");
        return (T) value;
    }

    /** An int. */
    @Step
    public int sInt(int site, @Nullable Object... arguments) throws Bad {
        return primitive(Kind.INT, site, arguments);
    }

    /** A long. */
    @Step
    public long sLong(int site, @Nullable Object... arguments) throws Bad {
        return primitive(Kind.LONG, site, arguments);
    }

    /** A short. */
    @Step
    public short sShort(int site, @Nullable Object... arguments) throws Bad {
        return primitive(Kind.SHORT, site, arguments);
    }

    /** A byte. */
    @Step
    public byte sByte(int site, @Nullable Object... arguments) throws Bad {
        return primitive(Kind.BYTE, site, arguments);
    }

    /** A char. */
    @Step
    public char sChar(int site, @Nullable Object... arguments) throws Bad {
        return primitive(Kind.CHAR, site, arguments);
    }

    /** A float. */
    @Step
    public float sFloat(int site, @Nullable Object... arguments) throws Bad {
        return primitive(Kind.FLOAT, site, arguments);
    }

    /** A double. */
    @Step
    public double sDouble(int site, @Nullable Object... arguments) throws Bad {
        return primitive(Kind.DOUBLE, site, arguments);
    }

    /** A boolean. */
    @Step
    public boolean sBoolean(int site, @Nullable Object... arguments) throws Bad {
        return primitive(Kind.BOOLEAN, site, arguments);
    }
}
