package dev.perdure.postgres;

import dev.perdure.InvalidArgument;

/** What PostgreSQL's text cannot hold. */
final class Texts {
    private Texts() {}

    /** A text for people, with what cannot be kept replaced. */
    static String clean(String text) {
        return text.replace('\0', '\uFFFD');
    }

    /** A text that is a key; one that cannot be kept as it is is refused. */
    static String check(String what, String text) {
        if (text.indexOf('\0') < 0) return text;
        throw new InvalidArgument("the " + what + " \"" + clean(text) + "\" has the character U+0000 in it, which"
                + " PostgreSQL cannot keep; leave it out");
    }
}
