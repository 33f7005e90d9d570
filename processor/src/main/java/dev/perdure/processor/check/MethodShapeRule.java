package dev.perdure.processor.check;

import dev.perdure.Finding;
import dev.perdure.StartOptions;
import dev.perdure.processor.model.MethodModel;
import dev.perdure.processor.model.Problem;
import java.util.ArrayList;
import java.util.List;

/** A durable method has a body of its own that can be left and entered again. */
final class MethodShapeRule implements Rule {
    @Override
    public List<Problem> check(MethodModel method) {
        var problems = new ArrayList<Problem>();
        if (method.shape().modifiers().contains("abstract")
                || method.shape().modifiers().contains("native"))
            problems.add(new Problem(
                    Finding.UNSUITABLE_METHOD,
                    method.nameSpan(),
                    "'" + method.name() + "' is durable, but abstract or native: it has no body to make durable."
                            + " Mark the methods that implement it, and call those"));
        if (method.shape().modifiers().contains("synchronized"))
            problems.add(new Problem(
                    Finding.UNSUITABLE_METHOD,
                    method.nameSpan(),
                    "'" + method.name() + "' is durable and synchronized, but no lock survives an await."
                            + " Remove 'synchronized'; guard shared state inside the awaited calls instead"));
        if (method.shape().annotations().stream().anyMatch(MethodShapeRule::isTransactional))
            problems.add(new Problem(
                    Finding.TRANSACTIONAL_METHOD,
                    method.nameSpan(),
                    "'" + method.name() + "' is durable and @Transactional, but no transaction survives an await."
                            + " Put @Transactional on the methods that it awaits"));
        var queue = method.shape().queue();
        if (!queue.isEmpty() && !StartOptions.isQueue(queue))
            problems.add(new Problem(
                    Finding.BAD_QUEUE,
                    method.nameSpan(),
                    "'" + method.name() + "' names the queue \"" + queue
                            + "\", which can be no queue's name. Use 1 to 100"
                            + " letters, digits or characters of . _ : / -, such as \"gpu\""));
        return problems;
    }

    /** Spring's, Jakarta's, Micronaut's …: the simple name says what all of them mean. */
    private static boolean isTransactional(String annotation) {
        return annotation.substring(annotation.lastIndexOf('.') + 1).equals("Transactional");
    }
}
