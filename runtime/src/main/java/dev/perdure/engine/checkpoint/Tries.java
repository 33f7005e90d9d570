package dev.perdure.engine.checkpoint;

import dev.perdure.codec.Json;
import dev.perdure.codec.JsonWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has been tried at an await so far.
 *
 * @param attempts failed attempts, those cut off by a crash included
 * @param polls how often a job said that it was not complete
 * @param first when the first attempt began, by the store's clock
 * @param due when the next attempt may begin, or null for at once
 * @param error the last failure, for people, or null
 * @param tokens hashes of the callback tokens that were handed out, or a mark
 */
public record Tries(
        int attempts,
        int polls,
        Instant first,
        @Nullable Instant due,
        @Nullable String error,
        List<String> tokens) {
    private static final int ERROR_LIMIT = 500;

    /** Stands among the tokens for a call that is under way and must not be made again. */
    private static final String MARK = "@once";

    /** Without tokens. */
    public Tries(int attempts, int polls, Instant first, @Nullable Instant due, @Nullable String error) {
        this(attempts, polls, first, due, error, List.of());
    }

    /** With one more token, about to be handed out. */
    public Tries handing(String token) {
        var more = new ArrayList<>(tokens);
        more.add(token);
        return new Tries(attempts, polls, first, null, error, List.copyOf(more));
    }

    /** With the next attempt due at once. */
    public Tries atOnce() {
        return new Tries(attempts, polls, first, null, error, tokens);
    }

    /** Marked: the call is about to be made, at most once. */
    public Tries marking() {
        return handing(MARK);
    }

    /** Whether the call was marked and nothing is known of it since. */
    public boolean marked() {
        return tokens.contains(MARK);
    }

    private List<String> unmarked() {
        return marked() ? List.of() : tokens;
    }

    /** With other attempts, as a crash has cut some off. */
    public Tries cutOff(int crashes) {
        return new Tries(attempts + crashes, polls, first, due, error, tokens);
    }

    /** Nothing tried yet; now is the time of the first attempt. */
    public static Tries none(Instant now) {
        return new Tries(0, 0, now, null, null);
    }

    /** After one more failed attempt. */
    public Tries failed(Throwable failure, @Nullable Instant nextDue) {
        return new Tries(attempts + 1, polls, first, nextDue, describe(failure), unmarked());
    }

    /** After one more poll that found a job not complete. */
    public Tries polled(Instant nextDue) {
        return new Tries(attempts, polls + 1, first, nextDue, error, tokens);
    }

    /** A failure in one line. */
    public static String describe(Throwable failure) {
        var text = failure.toString().replace('\n', ' ');
        return text.length() > ERROR_LIMIT ? text.substring(0, ERROR_LIMIT) + "…" : text;
    }

    void write(JsonWriter out) {
        out.beginObject().name("a").number(attempts);
        if (polls > 0) out.name("polls").number(polls);
        out.name("first").string(first.toString());
        if (due != null) out.name("due").string(due.toString());
        if (error != null) out.name("err").string(error);
        if (!tokens.isEmpty()) {
            out.name("tokens").beginArray();
            tokens.forEach(out::string);
            out.endArray();
        }
        out.endObject();
    }

    static Tries read(Json json) {
        var object = json.object();
        var due = object.get("due");
        var error = object.get("err");
        var tokens = object.get("tokens");
        return new Tries(
                Members.integer(object, "a", 0),
                Members.integer(object, "polls", 0),
                Members.instant(Members.need(object, "first")),
                due == null ? null : Members.instant(due),
                error == null ? null : error.string(),
                tokens == null
                        ? List.of()
                        : tokens.array().items().stream().map(Json::string).toList());
    }
}
