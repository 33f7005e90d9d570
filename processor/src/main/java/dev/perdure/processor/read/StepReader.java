package dev.perdure.processor.read;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Turns the values of a {@code @Step} annotation into the policies of an await, and says what makes no sense. */
final class StepReader {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,15})\\s*(ms|s|m|h|d)");

    private final TypeReader types;
    final List<String> complaints = new ArrayList<>();
    final List<String> outlasting = new ArrayList<>();
    private int attempts = 1;
    private String backoff = "";
    private @Nullable Duration timeout;
    private @Nullable Duration deadline;
    /** The exceptions after which no attempt is made any more. */
    final List<TypeMirror> aborting = new ArrayList<>();

    StepReader(AnnotationMirror step, TypeReader types) {
        this.types = types;
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> each :
                step.getElementValues().entrySet())
            value(each.getKey().getSimpleName().toString(), each.getValue().getValue());
        if (attempts == 1 && (!backoff.isEmpty() || !aborting.isEmpty()))
            complaints.add("it says how to retry, but attempts is 1; write attempts = 3, or Step.UNLIMITED");
        if (timeout != null && deadline != null && timeout.compareTo(deadline) > 0)
            outlasting.add(
                    "timeout, the limit of one attempt, is " + text(timeout) + ", longer than the deadline over all, "
                            + text(deadline) + "; shorten the timeout or lengthen the deadline");
    }

    private void value(String name, Object value) {
        switch (name) {
            case "attempts" -> {
                attempts = (Integer) value;
                if (attempts < 1 && attempts != -1)
                    complaints.add("attempts is " + attempts + "; it must be 1 or more, or Step.UNLIMITED");
            }
            case "backoff" -> backoff = value.toString();
            case "timeout" -> timeout = limit("timeout", value.toString());
            case "deadline" -> deadline = limit("deadline", value.toString());
            case "abortOn" -> {
                for (var each : (List<?>) value) aborting.add((TypeMirror) ((AnnotationValue) each).getValue());
            }
            default -> {}
        }
    }

    private @Nullable Duration limit(String what, String text) {
        if (text.isEmpty()) return null;
        var duration = duration(what, text);
        if (duration != null && duration.isZero())
            complaints.add(what + " is \"" + text + "\"; it must be more than 0");
        return duration;
    }

    private @Nullable Duration duration(String what, String text) {
        var match = DURATION.matcher(text.strip());
        if (!match.matches()) {
            complaints.add(what + " is \"" + text
                    + "\"; a duration is a whole number and one of ms s m h d, such as \"500ms\" or \"10s\"");
            return null;
        }
        long amount = Long.parseLong(match.group(1));
        try {
            return switch (match.group(2)) {
                case "ms" -> Duration.ofMillis(amount);
                case "s" -> Duration.ofSeconds(amount);
                case "m" -> Duration.ofMinutes(amount);
                case "h" -> Duration.ofHours(amount);
                default -> Duration.ofDays(amount);
            };
        } catch (ArithmeticException e) {
            complaints.add(what + " is \"" + text + "\"; that is longer than time can be counted");
            return null;
        }
    }

    static String text(Duration duration) {
        return duration.toString().substring(2).toLowerCase(Locale.ROOT);
    }

    /** The arguments of an AwaitSpec behind its source: name, retry, timeout, deadline, fallback. */
    String policies() {
        var retry = retry();
        return "null, " + retry + ", " + source(timeout) + ", " + source(deadline) + ", null";
    }

    private String retry() {
        var waits = backoff();
        if (attempts == 1) return "null";
        var retry = "dev.perdure.Retry.unlimited()";
        if (attempts > 1) retry += ".attempts(" + attempts + ")";
        retry += waits;
        return aborting.isEmpty()
                ? retry
                : retry
                        + aborting.stream()
                                .map(each -> types.erased(each) + ".class")
                                .collect(Collectors.joining(", ", ".abortOn(", ")"));
    }

    private String backoff() {
        if (backoff.isEmpty()) return "";
        int dots = backoff.indexOf("..");
        var first = duration("backoff", dots < 0 ? backoff : backoff.substring(0, dots));
        var longest = dots < 0 ? first : duration("backoff", backoff.substring(dots + 2));
        if (first == null || longest == null) return "";
        outlasting(first, longest);
        if (longest.compareTo(first) < 0)
            complaints.add("backoff is \"" + backoff + "\"; the longest wait must not be shorter than the first");
        return dots < 0 ? ".delay(" + source(first) + ")" : ".backoff(" + source(first) + ", " + source(longest) + ")";
    }

    /** Whether the waits alone take longer than the deadline allows: then the last attempts are never made. */
    private void outlasting(Duration first, Duration longest) {
        if (deadline == null || attempts < 2) return;
        var sum = Duration.ZERO;
        var wait = first;
        for (int made = 1; made < attempts; made++) {
            sum = sum.plus(wait);
            if (sum.compareTo(deadline) >= 0) {
                outlasting.add(
                        "the deadline over all attempts, " + text(deadline) + ", ends before attempt " + (made + 1)
                                + " of " + attempts + ": the waits before it add up to " + text(sum)
                                + "; lengthen the deadline, shorten the backoff or ask for fewer attempts");
                return;
            }
            wait = wait.multipliedBy(2).compareTo(longest) < 0 ? wait.multipliedBy(2) : longest;
        }
    }

    private static String source(@Nullable Duration duration) {
        return duration == null ? "null" : "java.time.Duration.ofMillis(" + duration.toMillis() + "L)";
    }
}
