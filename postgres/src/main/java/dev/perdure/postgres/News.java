package dev.perdure.postgres;

import java.util.ArrayList;
import java.util.List;

/** What others should hear of once it is durable. */
final class News {
    /** A run that got a signal while this lease owned it. */
    record Mailed(String run, long owner) {}

    private boolean work;
    private final List<Mailed> mail = new ArrayList<>();

    /** A run has become claimable. */
    void work() {
        work = true;
    }

    void mail(String run, long owner) {
        mail.add(new Mailed(run, owner));
    }

    /** The owner of this run hears of its mail from whoever caused it. */
    void knows(String run) {
        mail.removeIf(mailed -> mailed.run().equals(run));
    }

    boolean hasWork() {
        return work;
    }

    List<Mailed> mail() {
        return mail;
    }

    /** Nothing of it came about. */
    void clear() {
        work = false;
        mail.clear();
    }
}
