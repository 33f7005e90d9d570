package members.other;

/** A superclass elsewhere. */
public class Far {
    protected static final int LIMIT = 11;
    protected final int field = 6;

    public String name() {
        return "far";
    }

    protected String guarded(int n) {
        return "guarded" + n;
    }

    protected final String near(int n) {
        return "near" + n;
    }

    protected static String far() {
        return "static";
    }

    @Override
    public String toString() {
        return "Far.";
    }
}
