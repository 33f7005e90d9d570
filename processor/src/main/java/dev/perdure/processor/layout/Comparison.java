package dev.perdure.processor.layout;

import dev.perdure.processor.layout.Layout.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Whether code of one layout can go on with what was saved under another: every difference that stands in the way. */
final class Comparison {
    private final Layout is;
    private final TypeComparison types;
    private final Set<String> obstacles = new HashSet<>();
    private final List<Difference> found = new ArrayList<>();

    private Comparison(Layout was, Layout is) {
        this.is = is;
        this.types = new TypeComparison(was.types(), is.types());
    }

    /**
     * What stands in the way.
     *
     * @param label the await; null where it is gone
     * @param text what is wrong
     * @param remedy what can be done about it
     */
    record Difference(String frame, @Nullable String label, String text, String remedy) {}

    /** All differences, by frames and labels. */
    static List<Difference> of(Layout was, Layout is) {
        var comparison = new Comparison(was, is);
        was.frames().forEach(comparison::frame);
        return List.copyOf(comparison.found);
    }

    private void frame(String frame, SortedMap<String, Place> places) {
        var now = is.frames().get(frame);
        if (now == null) {
            if (isLeft(frame)) return;
            var lambda = frame.substring(frame.indexOf('#') + 1);
            var text = "runs may be in the branch or undo '" + lambda + "', which is gone";
            found.add(new Difference(frame, null, text, "Keep a lambda of that label at that place"));
            return;
        }
        places.forEach((label, place) -> {
            var other = now.get(label);
            if (other == null) gone(frame, label, places, now);
            else new At(frame, label).compare(place, other);
        });
    }

    /** Whether the await in which a lambda stood is gone as well, which is said of that. */
    private boolean isLeft(String frame) {
        int from = frame.lastIndexOf('#');
        if (from < 0) return false;
        var places = is.frames().get(frame.substring(0, from));
        return places == null || !places.containsKey(frame.substring(from + 1).replaceFirst(":\\d+$", ""));
    }

    private void gone(String frame, String label, SortedMap<String, Place> places, SortedMap<String, Place> now) {
        var fresh =
                now.keySet().stream().filter(each -> !places.containsKey(each)).toList();
        var instead = fresh.size() == 1 ? "'" + fresh.get(0) + "'" : "the await that took its place";
        found.add(new Difference(
                frame,
                fresh.size() == 1 ? fresh.get(0) : null,
                "runs may wait at '" + label + "', which is gone",
                "Give " + instead + " that name: .named(\"" + label + "\")"));
    }

    /** Compares what is saved at one await. */
    private final class At {
        private final String frame;
        private final String label;
        private final Map<String, String> said = new TreeMap<>();

        At(String frame, String label) {
            this.frame = frame;
            this.label = label;
        }

        void compare(Place before, Place now) {
            slots(before.resume(), now.resume());
            gives(before.gives(), now.gives());
            if (before.issue() == null) return;
            if (now.issue() == null)
                say(
                        "",
                        "runs may wait before '" + label + "', where something is used now that cannot be saved",
                        "Use it up before the await, and make it anew behind it");
            else slots(before.issue(), now.issue());
        }

        private void slots(SortedMap<String, String> saved, SortedMap<String, String> needed) {
            needed.forEach((name, type) -> {
                var before = saved.get(name);
                if (before == null) missing(name, type, saved, needed);
                else type(name, Meaning.name(name), before, type);
            });
        }

        private String runs() {
            return label.equals(Current.START) ? "runs that have not begun yet" : "runs that wait at '" + label + "'";
        }

        private void type(String key, String what, String before, String now) {
            if (!Widening.ofVariable(before, now)) {
                say(
                        key,
                        what + " was saved as " + before + " by " + runs() + ", and is " + now + " now",
                        "Keep its type, or one that widens to the new one, and convert it behind the await");
                return;
            }
            for (var each : types.obstacles(now))
                if (obstacles.add(each.text()))
                    say(key + each.text(), what + " is needed by " + runs() + ": " + each.text(), each.remedy());
        }

        private void gives(String before, String now) {
            if (now.equals("void")) return;
            if (before.equals("void"))
                say(
                        "",
                        "what '" + label + "' gives was not used, and so not saved by runs that have got it, and is"
                                + " used now",
                        "Await it a second time, under another name, where it is used");
            else type("", "what '" + label + "' gives", before, now);
        }

        private void missing(
                String name, String type, SortedMap<String, String> saved, SortedMap<String, String> needed) {
            var text = runs() + " were saved without " + Meaning.missing(name, type);
            var alike = saved.entrySet().stream()
                    .filter(each -> each.getValue().equals(type) && !needed.containsKey(each.getKey()))
                    .map(Map.Entry::getKey)
                    .filter(each -> !Meaning.isOurs(each))
                    .toList();
            if (Meaning.isOurs(name)) say(name, text, Meaning.remedy(name));
            else if (alike.isEmpty()) say(name, text, "Make it behind the await, of what was saved");
            else
                say(
                        name,
                        text,
                        "They have '" + String.join("', '", alike) + "' of that type: if that is what it was called,"
                                + " call it that again, or make it behind the await");
        }

        private void say(String key, String text, String remedy) {
            if (said.putIfAbsent(key, text) == null) found.add(new Difference(frame, label, text, remedy));
        }
    }
}
