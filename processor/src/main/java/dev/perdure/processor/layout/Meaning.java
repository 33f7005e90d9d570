package dev.perdure.processor.layout;

/** What a slot that no variable of the user's stands for says about where its await stands. */
final class Meaning {
    private Meaning() {}

    /** Whether the lowering has made it. */
    static boolean isOurs(String slot) {
        return slot.contains(".$");
    }

    private static String owner(String slot) {
        return slot.substring(0, slot.indexOf(".$"));
    }

    private static boolean isLoop(String slot) {
        var role = slot.substring(slot.indexOf(".$") + 2);
        return role.startsWith("rest") || role.startsWith("index") || role.startsWith("array");
    }

    private static boolean isTry(String slot) {
        return owner(slot).equals("try");
    }

    /** What a slot is called in messages. */
    static String name(String slot) {
        if (!isOurs(slot)) return "'" + slot + "'";
        if (isTry(slot)) return "how a 'finally' is reached";
        if (isLoop(slot)) return "what is left of the loop over '" + owner(slot) + "'";
        return "what is made before '" + owner(slot) + "' in the same statement and used behind it";
    }

    /** What runs have not saved, and what says that they need it. */
    static String missing(String slot, String type) {
        if (!isOurs(slot)) return "'" + slot + "' (" + type + "), which is used there now";
        if (isTry(slot)) return name(slot) + ": the await stands in one now, or in a 'try' that has one";
        if (isLoop(slot)) return name(slot) + ": the await stands in that loop now";
        return name(slot) + " (" + type + ")";
    }

    /** What can be done where it is missing. */
    static String remedy(String slot) {
        if (isTry(slot)) return "Leave the await where it was, out of the 'finally' and its 'try'";
        if (isLoop(slot)) return "Leave the await where it was, and put another, of another name, into the loop";
        return "Write that value into a local behind the await";
    }
}
