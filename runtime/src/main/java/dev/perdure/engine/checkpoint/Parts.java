package dev.perdure.engine.checkpoint;

import dev.perdure.DataCorrupted;
import dev.perdure.codec.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lays parts of a checkpoint over what was written before them. The trees are ours alone and are changed in place. */
final class Parts {
    /** What a part without frames leaves as it was, unless it says otherwise. */
    private static final List<String> KEPT = List.of("n", "t", "frames", "out", "wait", "try", "group");

    /** What any part leaves as it was, unless it says otherwise. */
    private static final List<String> LASTING = List.of("undo", "up", "kids", "progress");

    private Parts() {}

    /**
     * @param number the part's place behind the whole checkpoint, from 1
     */
    static Json.Obj apply(Json.Obj before, Json.Obj part, int number) {
        long claimed = Members.number(Members.need(part, "p"));
        if (claimed != number)
            throw new DataCorrupted(
                    "part " + number + " of a checkpoint is missing; part " + claimed + " stands there", null);
        var merged = new LinkedHashMap<>(part.members());
        var frames = part.get("frames");
        if (frames != null) {
            int depth = Members.integer(part, "depth", 0);
            merged.put("frames", frames(Members.need(before, "frames").array(), frames.array(), depth));
        } else {
            KEPT.forEach(name -> keep(before, name, merged));
        }
        LASTING.forEach(name -> keep(before, name, merged));
        undos(before, part, merged);
        children(merged);
        branches(merged);
        return new Json.Obj(merged);
    }

    private static void keep(Json.Obj before, String name, Map<String, Json> merged) {
        var kept = before.get(name);
        if (kept != null) merged.putIfAbsent(name, kept);
    }

    /** Undos come at the end and go from the end. */
    private static void undos(Json.Obj before, Json.Obj part, Map<String, Json> merged) {
        if (!(part.get("undo") instanceof Json.Obj change)) return;
        var list = new ArrayList<Json>();
        var known = before.get("undo");
        int keep = Members.integer(change, "keep", 0);
        if (keep > 0) {
            if (known == null || keep > known.array().items().size()) throw change.mismatch("undos that are there");
            list.addAll(known.array().items().subList(0, keep));
        }
        list.addAll(Members.need(change, "v").array().items());
        merged.put("undo", new Json.Arr(list));
    }

    private static void children(Map<String, Json> merged) {
        var gone = merged.remove("kids-");
        var added = merged.remove("kids+");
        if (gone == null && added == null) return;
        var children = merged.computeIfAbsent("kids", any -> new Json.Obj(new LinkedHashMap<>()))
                .object()
                .members();
        if (gone != null) for (Json child : gone.array().items()) children.remove(child.string());
        if (added != null) children.putAll(added.object().members());
    }

    private static void branches(Map<String, Json> merged) {
        var open = merged.remove("open");
        var ended = merged.remove("ended");
        if (open == null || ended == null) return;
        var main = new Json.Obj(merged);
        open.object().members().forEach((path, branch) -> branch(main, path, branch.object()));
        ended.object().members().forEach((path, end) -> {
            var group = groupOf(main, path);
            Members.need(group, "ended").object().members().put(last(path), end);
            Members.need(group, "open").object().members().remove(last(path));
        });
    }

    private static void branch(Json.Obj main, String path, Json.Obj branch) {
        var branches = Members.need(groupOf(main, path), "open").object().members();
        var before = branches.get(last(path));
        if (branch.get("n") == null && before != null)
            branch.members().forEach(before.object().members()::put);
        else branches.put(last(path), branch);
    }

    /** The group that a branch belongs to: {@code 3.1} is the branch 1 of the group that branch 3 awaits. */
    private static Json.Obj groupOf(Json.Obj main, String path) {
        var group = Members.need(main, "group").object();
        int dot = path.indexOf('.');
        for (int from = 0; dot >= 0; from = dot + 1, dot = path.indexOf('.', from)) {
            var branch = Members.need(Members.need(group, "open").object(), path.substring(from, dot));
            group = Members.need(branch.object(), "group").object();
        }
        return group;
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static Json frames(Json.Arr before, Json.Arr changes, int depth) {
        var stack = new ArrayList<>(
                before.items().subList(0, Math.min(depth, before.items().size())));
        for (Json change : changes.items()) {
            var frame = change.object();
            int index = Members.integer(frame, "i", -1);
            if (index < 0 || index > stack.size()) throw change.mismatch("a frame of the stack");
            if (frame.get("m") != null) {
                stack.subList(index, stack.size()).clear();
                stack.add(frame);
            } else {
                if (index == stack.size()) throw change.mismatch("a frame of the stack");
                merge(stack.get(index).object(), frame);
            }
        }
        if (stack.size() != depth) throw changes.mismatch("changes that make " + depth + " frames");
        return new Json.Arr(stack);
    }

    private static void merge(Json.Obj frame, Json.Obj change) {
        for (String name : List.of("at", "side", "f")) frame.members().put(name, Members.need(change, name));
        var slots = Members.need(frame, "s").object().members();
        Members.need(change, "s").object().members().forEach((name, value) -> put(slots, name, value));
        var gone = change.get("gone");
        if (gone != null) for (Json name : gone.array().items()) slots.remove(name.string());
    }

    private static void put(Map<String, Json> slots, String name, Json value) {
        if (!(value instanceof Json.Obj object) || object.get("@keep") == null) {
            slots.put(name, value);
            return;
        }
        var before = slots.get(name);
        if (before == null) throw value.mismatch("a list that was written before");
        int from = Members.integer(object, "@from", 0);
        int keep = Members.integer(object, "@keep", 0);
        var items = before.array().items();
        if (from < 0 || keep < 0 || from + keep > items.size()) throw value.mismatch("a range within " + items.size());
        items.subList(from + keep, items.size()).clear();
        if (from > 0) items.subList(0, from).clear();
        items.addAll(Members.need(object, "v").array().items());
    }
}
