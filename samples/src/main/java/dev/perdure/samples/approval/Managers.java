package dev.perdure.samples.approval;

import java.io.IOException;
import java.util.Random;

/** Stands in for people: of ten claims, managers answer six, deputies two, and nobody the rest. Follows from names alone. */
final class Managers {
    private final Office office;

    Managers(Office office) {
        this.office = office;
    }

    /** Answers what can be answered now. */
    void work() throws IOException {
        var answered = office.answers();
        for (var claim : office.questions()) {
            if (answered.contains(claim)) continue;
            var mood = mood(claim);
            if (mood.answersTo(office.question(claim))) office.answer(claim, mood.decision);
        }
    }

    static Mood mood(String claim) {
        var random = new Random(claim.hashCode() * 31L);
        random.nextInt();
        int who = random.nextInt(10);
        var decision = random.nextInt(4) == 0 ? Decision.NO : Decision.YES;
        return new Mood(who < 6 ? "manager" : who < 8 ? "deputy" : "nobody", decision);
    }

    /** Who will answer, and what. */
    record Mood(String person, Decision decision) {
        boolean answersTo(String question) {
            return question.startsWith(person);
        }
    }
}
