package dev.perdure.tests.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What came of the methods of all libraries. */
final class Report {
    private static final Pattern SLUG = Pattern.compile("perdure/[a-z-]+");
    /** Findings about what cannot be saved: the method is none that could be durable. */
    private static final List<String> UNSAVEABLE = List.of("perdure/unsaveable-local", "perdure/unsaveable-result");

    private final long seed;
    int methods;
    int awaits;
    int crashes;
    int executions;
    final List<String> mismatches = new ArrayList<>();
    final List<String> refusals = new ArrayList<>();
    final Map<String, Integer> reasons = new TreeMap<>();
    final Map<String, Integer> byLibrary = new TreeMap<>();

    Report(long seed) {
        this.seed = seed;
    }

    void refused(Candidate candidate, String why) {
        var slug = SLUG.matcher(why);
        var reason = slug.find() ? slug.group() : "no finding";
        reasons.merge(reason, 1, Integer::sum);
        if (!UNSAVEABLE.contains(reason)) refusals.add(candidate + ": " + why);
    }

    /** Methods whose locals can be saved, and that were refused all the same. */
    int rejected() {
        return refusals.size();
    }

    private int unsaveable() {
        return UNSAVEABLE.stream()
                .mapToInt(reason -> reasons.getOrDefault(reason, 0))
                .sum();
    }

    @Override
    public String toString() {
        var lines = new ArrayList<String>();
        mismatches.forEach(mismatch -> lines.add("MISMATCH " + mismatch));
        refusals.forEach(refusal -> lines.add("refused " + refusal));
        reasons.forEach((reason, count) -> lines.add("reason " + reason + " " + count));
        byLibrary.forEach((library, count) -> lines.add("library " + library + " " + count));
        lines.add("LIBRARY seed=" + seed + " methods=" + methods + " awaits=" + awaits + " executions=" + executions
                + " crash_resumes=" + crashes + " mismatches=" + mismatches.size() + " rejected=" + rejected()
                + " unsaveable=" + unsaveable());
        return String.join("\n", lines);
    }
}
