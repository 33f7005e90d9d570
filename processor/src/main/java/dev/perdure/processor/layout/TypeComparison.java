package dev.perdure.processor.layout;

import dev.perdure.processor.model.SavedType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether values of types that were saved once can be read by these types of today. */
final class TypeComparison {
    private final Map<String, SavedType> was;
    private final Map<String, SavedType> is;

    TypeComparison(Map<String, SavedType> was, Map<String, SavedType> is) {
        this.was = was;
        this.is = is;
    }

    /** Why a value cannot be read, and what can be done about it. */
    record Obstacle(String text, String remedy) {}

    /** What stands in the way of a value of this type, whatever it holds. */
    List<Obstacle> obstacles(String type) {
        var found = new ArrayList<Obstacle>();
        visit(type, new HashSet<>(), found);
        return found;
    }

    private void visit(String type, Set<String> seen, List<Obstacle> found) {
        for (var name : Current.namesIn(type)) {
            var before = was.get(name);
            var now = is.get(name);
            if (before == null || now == null || !seen.add(name)) continue;
            if (before instanceof SavedType.OfRecord old && now instanceof SavedType.OfRecord record) {
                components(name, old, record, found);
                record.components().values().forEach(each -> visit(each, seen, found));
            } else if (before instanceof SavedType.OfEnum old && now instanceof SavedType.OfEnum constants) {
                lost("constant", name, old.constants(), constants.constants(), found);
            } else if (before instanceof SavedType.OfSealed old && now instanceof SavedType.OfSealed sealed) {
                lost("permitted type", name, old.permitted(), sealed.permitted(), found);
                sealed.permitted().forEach(each -> visit(each, seen, found));
            } else {
                found.add(new Obstacle(
                        name + " is a type of another kind than it was", "Give the new type another name"));
            }
        }
    }

    private static void components(
            String name, SavedType.OfRecord old, SavedType.OfRecord record, List<Obstacle> found) {
        record.components().forEach((component, type) -> {
            var before = old.components().get(component);
            if (before == null)
                found.add(new Obstacle(
                        name + " has a component '" + component + "' now, which saved values have not",
                        "Use a record of another name where it is needed, and make it behind the await"));
            else if (!Widening.ofComponent(before, type))
                found.add(new Obstacle(
                        "component '" + component + "' of " + name + " was " + before + ", and is " + type + " now",
                        "Keep its type, or give the component that has the new one another record"));
        });
    }

    private static void lost(String what, String name, List<String> before, List<String> now, List<Obstacle> found) {
        for (var each : before)
            if (!now.contains(each))
                found.add(new Obstacle(
                        name + " has no " + what + " " + each + " any more, and saved values may be that",
                        "Keep it until no run holds it"));
    }
}
