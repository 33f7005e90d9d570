package dev.perdure.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.perdure.PerdureException;
import dev.perdure.Retry;
import dev.perdure.processor.model.Sighting;
import dev.perdure.processor.model.Span;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Weighs the waits that a chain of await words asks for against its deadline, where all of them are constants. */
final class ChainLimits {
    private static final double NANOS = 1e9;

    private final Index index;
    private final Constants constants;
    private @Nullable Retry retry;
    private @Nullable Duration timeout;
    private @Nullable Duration deadline;
    private @Nullable Span place;

    ChainLimits(Index index, Constants constants) {
        this.index = index;
        this.constants = constants;
    }

    /** What is wrong with a chain's words; null if nothing is, or nothing can be known. */
    @Nullable
    Sighting look(List<MethodInvocationTree> words) {
        for (var word : words) if (Words.isChainWord(index.element(word))) take(word);
        if (deadline == null || place == null) return null;
        if (timeout != null && timeout.compareTo(deadline) > 0)
            return sighting("withTimeout, the limit of one attempt, is " + StepReader.text(timeout)
                    + ", longer than the deadline over all, " + StepReader.text(deadline)
                    + "; shorten the timeout or lengthen the deadline");
        var outlasting = outlasting(retry, deadline);
        return outlasting == null ? null : sighting(outlasting);
    }

    private Sighting sighting(String text) {
        return new Sighting(Sighting.Kind.OUTLASTS, java.util.Objects.requireNonNull(place), text);
    }

    private void take(MethodInvocationTree word) {
        var name = nameOf(word);
        var arguments = word.getArguments();
        if (name.equals("withRetry")) retry = retry(arguments);
        if (arguments.size() != 1) return;
        if (name.equals("withTimeout")) timeout = duration(arguments.get(0));
        if (name.equals("withDeadline")) {
            deadline = duration(arguments.get(0));
            place = index.span(arguments.get(0));
        }
    }

    private static String nameOf(MethodInvocationTree call) {
        var select = call.getMethodSelect();
        return select instanceof MemberSelectTree member
                ? member.getIdentifier().toString()
                : select instanceof IdentifierTree name ? name.getName().toString() : "";
    }

    // ---- policies

    private @Nullable Retry retry(List<? extends ExpressionTree> arguments) {
        if (arguments.isEmpty()) return Retry.unlimited();
        var attempts = number(arguments.get(0));
        if (attempts != null) return attempts(Retry.unlimited(), attempts);
        return arguments.get(0) instanceof LambdaExpressionTree lambda ? policy(lambda.getBody()) : null;
    }

    private static @Nullable Retry attempts(Retry retry, Number attempts) {
        return attempts.intValue() < 1 ? null : retry.attempts(attempts.intValue());
    }

    /** The chain of a policy's words, from the lambda's parameter on. */
    private @Nullable Retry policy(Tree tree) {
        if (tree instanceof IdentifierTree) return Retry.unlimited();
        if (!(tree instanceof MethodInvocationTree call) || !(call.getMethodSelect() instanceof MemberSelectTree word))
            return null;
        var before = policy(word.getExpression());
        if (before == null) return null;
        try {
            return policy(before, word.getIdentifier().toString(), call.getArguments());
        } catch (PerdureException wrong) {
            return null; // It is said when the policy is made.
        }
    }

    private @Nullable Retry policy(Retry before, String word, List<? extends ExpressionTree> arguments) {
        var first = arguments.isEmpty() ? null : duration(arguments.get(0));
        var longest = arguments.size() < 2 ? null : duration(arguments.get(1));
        var number = arguments.isEmpty() ? null : number(arguments.get(0));
        return switch (word) {
            case "abortOn", "retryOn" -> before;
            case "attempts" -> number == null ? null : attempts(before, number);
            case "jitter" -> number == null ? null : before.jitter(number.doubleValue());
            case "delay" -> first == null ? null : before.delay(first);
            case "backoff" ->
                first == null || longest == null || arguments.size() != 2 ? null : before.backoff(first, longest);
            default -> null;
        };
    }

    /** Whether the waits alone, each as short as it may be, take longer than the deadline: then the last attempts are never made. */
    private static @Nullable String outlasting(@Nullable Retry retry, Duration deadline) {
        if (retry == null || retry.maxAttempts() == Retry.UNLIMITED) return null;
        double sum = 0;
        double wait = seconds(retry.firstDelay());
        for (int made = 1; made < retry.maxAttempts(); made++) {
            sum += wait * (1 - retry.jitter());
            if (sum >= seconds(deadline))
                return "the deadline over all attempts, " + StepReader.text(deadline) + ", ends before attempt "
                        + (made + 1) + " of " + retry.maxAttempts() + ": the waits before it add up to at least "
                        + Math.round(sum) + "s; lengthen the deadline, shorten the backoff or ask for fewer attempts";
            wait = Math.min(wait * retry.factor(), seconds(retry.maxDelay()));
        }
        return null;
    }

    private static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() / NANOS;
    }

    // ---- constants

    private @Nullable Number number(ExpressionTree tree) {
        return constants.value(tree) instanceof Number number ? number : null;
    }

    private @Nullable Duration duration(ExpressionTree tree) {
        var stripped = ExpressionReader.strip(tree);
        if (stripped instanceof MethodInvocationTree call)
            return Words.isDurationMaker(index.element(call)) ? made(call) : null;
        var initializer = index.initializer(stripped);
        return initializer instanceof MethodInvocationTree call ? made(call) : null;
    }

    /** A call of one of the makers of durations, with a number. */
    private static @Nullable Duration made(MethodInvocationTree call) {
        boolean constant = call.getArguments().size() == 1
                && call.getArguments().get(0) instanceof LiteralTree literal
                && literal.getValue() instanceof Number;
        if (!constant) return null;
        long amount = ((Number) ((LiteralTree) call.getArguments().get(0)).getValue()).longValue();
        try {
            return switch (nameOf(call)) {
                case "ofMillis" -> Duration.ofMillis(amount);
                case "ofSeconds" -> Duration.ofSeconds(amount);
                case "ofMinutes" -> Duration.ofMinutes(amount);
                case "ofHours" -> Duration.ofHours(amount);
                case "ofDays" -> Duration.ofDays(amount);
                default -> null;
            };
        } catch (ArithmeticException tooLong) {
            return null;
        }
    }
}
