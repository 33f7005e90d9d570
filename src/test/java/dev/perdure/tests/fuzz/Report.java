package dev.perdure.tests.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came of many programs. */
final class Report {
    final long seed;
    int programs;
    int crashes;
    final List<String> mismatches = new ArrayList<>();
    final List<String> invalid = new ArrayList<>();
    final Map<String, Integer> rejected = new TreeMap<>();
    final Map<String, String> examples = new TreeMap<>();
    final Map<String, Integer> features = new TreeMap<>();

    Report(long seed) {
        this.seed = seed;
    }

    /** Adds what came of other programs of the same seed. */
    void add(Report other) {
        programs += other.programs;
        crashes += other.crashes;
        mismatches.addAll(other.mismatches);
        invalid.addAll(other.invalid);
        other.rejected.forEach((reason, count) -> rejected.merge(reason, count, Integer::sum));
        other.features.forEach((feature, count) -> features.merge(feature, count, Integer::sum));
        examples.putAll(other.examples);
    }

    int rejections() {
        return rejected.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public String toString() {
        var lines = new ArrayList<String>();
        mismatches.forEach(mismatch -> lines.add("MISMATCH " + mismatch));
        invalid.forEach(program -> lines.add("INVALID " + program));
        features.forEach((feature, count) -> lines.add("feature " + feature + " " + count));
        rejected.forEach((reason, count) ->
                lines.add("rejected " + count + " × " + reason + ", for instance " + examples.get(reason)));
        lines.add("FUZZ seed=" + seed + " programs=" + programs + " crash_resumes=" + crashes + " mismatches="
                + mismatches.size() + " rejected=" + rejections());
        return String.join("\n", lines);
    }
}
