package dev.perdure.engine.checkpoint;

import dev.perdure.engine.checkpoint.Saved.SavedFrame;
import dev.perdure.machine.Widening;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** As what the slots of a saved frame were written: told by its fingerprint, among the types that the code at hand can read. */
final class SavedTypes {
    private final String fingerprint;
    private final List<String> names;

    SavedTypes(SavedFrame frame) {
        fingerprint = frame.fingerprint();
        names = new ArrayList<>(new TreeSet<>(frame.slots().keySet()));
    }

    /** The type that a slot was saved with: what it is now, or one that widens to that; null if it is none of these. */
    @Nullable
    Type of(String slot, Type now) {
        return among(Outlines.digits(fingerprint, names.indexOf(slot)), now);
    }

    /** The same of the outcome's value. Checkpoints of before fingerprints told it are taken at their word. */
    @Nullable
    Type ofOutcome(Type now) {
        var digits = Outlines.digits(fingerprint, names.size());
        return digits.isEmpty() ? now : among(digits, now);
    }

    private static @Nullable Type among(String digits, Type now) {
        if (digits.equals(Outlines.typeHash(now))) return now;
        for (Type each : Widening.sources(now)) if (digits.equals(Outlines.typeHash(each))) return each;
        return null;
    }
}
