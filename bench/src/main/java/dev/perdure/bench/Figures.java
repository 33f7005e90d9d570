package dev.perdure.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Measured values by key, in the order in which they are printed.
 *
 * @param values the values
 */
record Figures(Map<String, Double> values) {
    /** Nothing yet. */
    static Figures none() {
        return new Figures(new LinkedHashMap<>());
    }

    /** These figures and one more. */
    Figures and(String key, double value) {
        var more = new LinkedHashMap<>(values);
        more.put(key, value);
        return new Figures(more);
    }

    /** One figure; NaN if it was not measured. */
    double value(String key) {
        return values.getOrDefault(key, Double.NaN);
    }

    /** These figures, the yardstick's, and one of these as a multiple of it. */
    Figures against(double yardstick, String key) {
        return and("yardstick", yardstick).and("ratio", value(key) / yardstick);
    }

    /** The median of each figure over several rounds. */
    static Figures medianOf(List<Figures> rounds) {
        var medians = none();
        for (var key : rounds.get(0).values.keySet())
            medians = medians.and(
                    key,
                    percentile(
                            rounds.stream()
                                    .mapToDouble(round -> round.value(key))
                                    .toArray(),
                            50));
        return medians;
    }

    /** The smallest value that at least this share of all values does not exceed. */
    static double percentile(double[] values, double percent) {
        if (values.length == 0) return Double.NaN;
        var sorted = values.clone();
        Arrays.sort(sorted);
        var rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(0, Math.min(sorted.length - 1, rank - 1))];
    }

    /** The line that tools read. */
    String line(String workload, String store) {
        return "RESULT workload=" + workload + " store=" + store
                + values.entrySet().stream()
                        .map(figure -> " " + figure.getKey() + "=" + plain(figure.getValue()))
                        .collect(Collectors.joining());
    }

    /** Four digits are more than the noise leaves true. */
    private static String plain(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) return "none";
        if (Math.abs(value) >= 1000) return String.valueOf(Math.round(value));
        return BigDecimal.valueOf(value)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }
}
