package members.other;

/** What is to be seen of a class that is not. */
public class Shown extends Unseen {}

/** Declares what Shown shows. */
class Unseen {
    public static final String NAME = new String("name");
    public static int counted = 3;

    public static String called(int n) {
        return "called" + n;
    }
}
