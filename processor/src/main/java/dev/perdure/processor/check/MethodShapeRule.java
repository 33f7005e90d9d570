package dev.perdure.processor.check;

import dev.perdure.Finding;
import dev.perdure.processor.model.MethodModel;
import dev.perdure.processor.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A durable method has a body of its own that can be left and entered again. */
final class MethodShapeRule implements Rule {
    private static final Set<String> TRANSACTIONAL = Set.of(
            "org.springframework.transaction.annotation.Transactional",
            "jakarta.transaction.Transactional",
            "javax.transaction.Transactional");

    @Override
    public List<Problem> check(MethodModel method) {
        var problems = new ArrayList<Problem>();
        if (method.shape().modifiers().contains("abstract")
                || method.shape().modifiers().contains("native"))
            problems.add(new Problem(
                    Finding.UNSUITABLE_METHOD,
                    method.nameSpan(),
                    "'" + method.name() + "' is durable, but has no body to make durable."
                            + " Mark the methods that implement it, and call those"));
        if (method.shape().modifiers().contains("synchronized"))
            problems.add(new Problem(
                    Finding.UNSUITABLE_METHOD,
                    method.nameSpan(),
                    "'" + method.name() + "' is durable and synchronized, but no lock survives an await."
                            + " Remove 'synchronized'; guard shared state inside the awaited calls instead"));
        if (method.shape().annotations().stream().anyMatch(TRANSACTIONAL::contains))
            problems.add(new Problem(
                    Finding.TRANSACTIONAL_METHOD,
                    method.nameSpan(),
                    "'" + method.name() + "' is durable and @Transactional, but no transaction survives an await."
                            + " Put @Transactional on the methods that it awaits"));
        return problems;
    }
}
