package members;

/** What is inherited. */
class Base implements Levels {
    final String kept;
    protected int rank = 2;

    Base(String kept) {
        this.kept = kept;
    }

    String greet(String whom) {
        return "hi " + whom;
    }

    static String shared() {
        return "shared";
    }
}
