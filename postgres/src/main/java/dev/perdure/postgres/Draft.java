package dev.perdure.postgres;

import dev.perdure.store.Change;
import dev.perdure.store.Change.Frames;
import dev.perdure.store.Change.Next;
import dev.perdure.store.Payload;
import dev.perdure.store.Places;
import dev.perdure.store.RunImage.Status;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A locked run as it will stand when all changes decided on so far are written. */
final class Draft {
    /** What becomes of the checkpoint's column. */
    enum Column {
        KEEP,
        SET,
        CLEAR
    }

    /** A part to be written. */
    record NewPart(int n, Payload part) {}

    final String id;
    final int method;
    final String digest;
    final long startedAt;
    final boolean isNew;

    boolean changed;
    int queue;
    int priority;
    int place;

    @Nullable
    String key;

    @Nullable
    String mark;

    Status status = Status.READY;
    long owner;
    int crashes;
    int parts;
    int letters;
    long lastLetter;
    long updatedAt;

    @Nullable
    Long since;

    @Nullable
    Long endedAt;

    @Nullable
    String signal;

    @Nullable
    String problem;

    Column frameColumn = Column.KEEP;

    @Nullable
    Payload frame;

    @Nullable
    Payload outcome;

    boolean dropParts;
    boolean dropLetters;
    final List<NewPart> newParts = new ArrayList<>();

    /** The names of the letters that are not consumed, by number; read only where needed. */
    final Map<Long, String> mailbox = new TreeMap<>();

    final Set<Long> consumed = new HashSet<>();
    final Map<Long, Change.Deliver> newLetters = new TreeMap<>();
    final Set<String> dedups = new HashSet<>();
    final Set<String> newDedups = new HashSet<>();

    Draft(String id, int method, String digest, long startedAt, boolean isNew) {
        this.id = id;
        this.method = method;
        this.digest = digest;
        this.startedAt = startedAt;
        this.isNew = isNew;
        this.changed = isNew;
    }

    void touch(long now) {
        changed = true;
        updatedAt = now;
    }

    void write(Frames frames) {
        if (frames instanceof Frames.Whole whole) {
            set(whole.frame());
            dropParts();
        } else if (frames instanceof Frames.Part part) {
            newParts.add(new NewPart(++parts, part.part()));
        }
    }

    void set(Payload whole) {
        frame = whole;
        frameColumn = Column.SET;
    }

    private void dropParts() {
        dropParts |= parts > newParts.size();
        newParts.clear();
        parts = 0;
    }

    void consume(List<Long> numbers) {
        for (long number : numbers) {
            if (mailbox.remove(number) == null) continue;
            letters--;
            if (newLetters.remove(number) == null) consumed.add(number);
        }
    }

    boolean hasOther(String name, List<Long> numbers) {
        return mailbox.entrySet().stream()
                .anyMatch(letter -> letter.getValue().equals(name) && !numbers.contains(letter.getKey()));
    }

    boolean isWokenBy(Next.Park park) {
        return mailbox.entrySet().stream().anyMatch(letter -> park.isEndedBy(letter.getValue(), letter.getKey()));
    }

    long post(Change.Deliver deliver) {
        var dedup = deliver.dedup();
        if (dedup != null) {
            dedups.add(dedup);
            newDedups.add(dedup);
        }
        long number = ++lastLetter;
        letters++;
        mailbox.put(number, deliver.name());
        newLetters.put(number, deliver);
        changed = true;
        return number;
    }

    /** It stops moving, or waits for something else. */
    void rest(Status next) {
        status = next;
        place = Places.rested(place, next.terminal() || next == Status.STUCK);
    }

    void ready(long now) {
        rest(Status.READY);
        owner = 0;
        since = now;
        signal = null;
        problem = null;
    }

    void end(Status how, Payload result, long now) {
        rest(how);
        owner = 0;
        since = null;
        endedAt = now;
        outcome = result;
        frame = null;
        frameColumn = Column.CLEAR;
        dropParts();
        dropLetters = letters > newLetters.size() || !consumed.isEmpty();
        consumed.clear();
        newLetters.clear();
        mailbox.clear();
        letters = 0;
    }
}
