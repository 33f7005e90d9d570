package dev.perdure.processor.layout;

import dev.perdure.processor.layout.Layout.Place;
import dev.perdure.processor.lower.Lowering.Lowered;
import dev.perdure.processor.lower.Plan;
import dev.perdure.processor.lower.PointPlan;
import dev.perdure.processor.model.MethodModel;
import dev.perdure.processor.model.SavedType;
import dev.perdure.processor.model.Span;
import dev.perdure.processor.model.Var;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The layout of a method as it is being compiled.
 *
 * @param sites where its awaits stand, by identity of the frame and label
 * @param otherwise where to report what concerns no await
 */
record Current(String method, Layout layout, Map<String, Map<String, Span>> sites, Span otherwise) {
    /** The label of the beginning. */
    static final String START = "@start";

    private static final Pattern NAME = Pattern.compile("[\\p{javaJavaIdentifierPart}.]+");

    /** Of a method, taken apart. */
    static Current of(MethodModel method, Lowered lowered) {
        var frames = new TreeMap<String, SortedMap<String, Place>>();
        var sites = new HashMap<String, Map<String, Span>>();
        add(method, lowered, frames, sites);
        var types = new TreeMap<String, SavedType>();
        for (var places : frames.values())
            for (var place : places.values()) {
                if (place.issue() != null) reach(place.issue().values(), method.saved(), types);
                reach(place.resume().values(), method.saved(), types);
                reach(List.of(place.gives()), method.saved(), types);
            }
        return new Current(method.identity(), new Layout(frames, types), sites, method.nameSpan());
    }

    private static void add(
            MethodModel method,
            Lowered lowered,
            Map<String, SortedMap<String, Place>> frames,
            Map<String, Map<String, Span>> sites) {
        var places = new TreeMap<String, Place>();
        var spans = new HashMap<String, Span>();
        for (var point : lowered.plan().points()) {
            var site = point.site();
            var label = site == null ? START : site.label();
            places.put(label, place(method, lowered.plan(), point));
            spans.put(label, site == null ? method.nameSpan() : site.span());
        }
        frames.put(method.identity(), places);
        sites.put(method.identity(), spans);
        for (int i = 0; i < method.lambdas().size(); i++)
            add(method.lambdas().get(i), lowered.lambdas().get(i), frames, sites);
    }

    private static Place place(MethodModel method, Plan plan, PointPlan point) {
        boolean start = point.site() == null;
        var issue = start ? Set.<Var>of() : plan.live().getOrDefault(point.issue(), Set.of());
        var resume = start ? method.parameters() : plan.live().getOrDefault(point.resume(), Set.of());
        boolean saveable = !start && issue.stream().allMatch(var -> var.type().unsaveable() == null);
        return new Place(
                saveable ? slots(issue) : null, slots(resume), point.result().saved());
    }

    private static SortedMap<String, String> slots(Collection<Var> live) {
        var slots = new TreeMap<String, String>();
        for (var each : live) slots.put(each.slot(), each.type().saved());
        return slots;
    }

    /** The classes that a type mentions. */
    static List<String> namesIn(String type) {
        return NAME.matcher(type).results().map(found -> found.group()).toList();
    }

    /** Takes over what these types are made of, and what that is made of. */
    private static void reach(Collection<String> types, Map<String, SavedType> known, Map<String, SavedType> reached) {
        for (var type : types)
            for (var name : namesIn(type)) {
                var made = known.get(name);
                if (made == null || reached.putIfAbsent(name, made) != null) continue;
                if (made instanceof SavedType.OfRecord record)
                    reach(record.components().values(), known, reached);
                else if (made instanceof SavedType.OfSealed sealed) reach(sealed.permitted(), known, reached);
            }
    }
}
