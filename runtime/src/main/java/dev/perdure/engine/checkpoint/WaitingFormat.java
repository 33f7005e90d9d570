package dev.perdure.engine.checkpoint;

import dev.perdure.DataCorrupted;
import dev.perdure.ExceptionNotRebuilt;
import dev.perdure.Job;
import dev.perdure.Retry;
import dev.perdure.codec.Json;
import dev.perdure.codec.JsonWriter;
import dev.perdure.spi.AwaitSpec;
import dev.perdure.spi.Source;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Waits as JSON. A job's class and the exceptions of its policy are named, as those of exceptions are: see {@code Throwables}. */
final class WaitingFormat {
    private final Values values;

    WaitingFormat(Values values) {
        this.values = values;
    }

    void write(Waiting waiting, Type resultType, JsonWriter out) {
        out.name("wait").beginObject();
        if (waiting instanceof Waiting.Until until) {
            out.name("until").string(until.moment().toString());
        } else if (waiting instanceof Waiting.Mail mail) {
            if (mail.outcome()) names(mail.names(), out);
            else out.name("signal").string(mail.names().get(0));
            if (mail.until() != null) {
                out.name(mail.deadline() ? "deadline" : "timeout")
                        .string(mail.until().toString());
            }
            if (mail.fallback()) fallback(resultType, mail.otherwise(), out);
        } else if (waiting instanceof Waiting.Poll poll) {
            poll(poll, resultType, out);
        }
        out.endObject();
    }

    private static void names(List<String> names, JsonWriter out) {
        out.name("letters").beginArray();
        names.forEach(out::string);
        out.endArray();
    }

    private void fallback(Type resultType, @Nullable Object value, JsonWriter out) {
        out.name("else");
        if (resultType == void.class) out.nothing();
        else values.encode(resultType, value, out);
    }

    private void poll(Waiting.Poll poll, Type resultType, JsonWriter out) {
        var spec = poll.spec();
        var source = (Source.Poll<?>) spec.source();
        out.name("job").string(poll.job().getClass().getName());
        values.encode(poll.job().getClass(), poll.job(), out.name("s"));
        out.name("every").string(source.first().toString());
        out.name("max").string(source.max().toString());
        if (spec.timeout() != null) out.name("timeout").string(spec.timeout().toString());
        if (spec.deadline() != null) out.name("deadline").string(spec.deadline().toString());
        if (spec.retry() != null) retry(spec.retry(), out);
        if (spec.fallback() != null) fallback(resultType, spec.fallback().get(), out);
    }

    private static void retry(Retry retry, JsonWriter out) {
        out.name("retry").beginObject().name("attempts").number(retry.maxAttempts());
        out.name("first").string(retry.firstDelay().toString());
        out.name("max").string(retry.maxDelay().toString());
        out.name("factor").number(retry.factor()).name("jitter").number(retry.jitter());
        classes("abort", retry.aborting(), out);
        classes("on", retry.retrying(), out);
        out.endObject();
    }

    private static void classes(String name, List<Class<? extends Throwable>> types, JsonWriter out) {
        out.name(name).beginArray();
        types.forEach(type -> out.string(type.getName()));
        out.endArray();
    }

    Waiting read(Json json, Type resultType) {
        var object = json.object();
        var until = object.get("until");
        if (until != null) return new Waiting.Until(Members.instant(until));
        var signal = object.get("signal");
        if (signal != null) return mail(object, List.of(signal.string()), false, resultType);
        var letters = object.get("letters");
        if (letters != null)
            return mail(
                    object, letters.array().items().stream().map(Json::string).toList(), true, resultType);
        return poll(object, resultType);
    }

    private Waiting mail(Json.Obj object, List<String> names, boolean outcome, Type resultType) {
        var deadline = object.get("deadline");
        var until = deadline != null ? deadline : object.get("timeout");
        var otherwise = object.get("else");
        return new Waiting.Mail(
                names,
                outcome,
                until == null ? null : Members.instant(until),
                deadline != null,
                otherwise != null,
                otherwise == null ? null : value(resultType, otherwise));
    }

    private @Nullable Object value(Type resultType, Json json) {
        return resultType == void.class ? null : values.decode(resultType, json);
    }

    @SuppressWarnings("unchecked") // the class was checked
    private Waiting poll(Json.Obj object, Type resultType) {
        var type = load(Members.need(object, "job").string());
        if (!type.isRecord() || !Job.class.isAssignableFrom(type))
            throw new DataCorrupted(
                    "a saved job names the class " + type.getName() + ", which is no record and Job", null);
        var job = (Job<Object>) values.decode(type, Members.need(object, "s"));
        if (job == null) throw object.mismatch("a job");
        var otherwise = object.get("else");
        var fallback = otherwise == null ? null : value(resultType, otherwise);
        Supplier<Object> supplier = otherwise == null ? null : () -> fallback;
        var source = new Source.Poll<>(
                job, Members.duration(Members.need(object, "every")), Members.duration(Members.need(object, "max")));
        return new Waiting.Poll(
                job,
                new AwaitSpec<>(
                        source, null, retry(object), limit(object, "timeout"), limit(object, "deadline"), supplier));
    }

    private static @Nullable Duration limit(Json.Obj object, String name) {
        var member = object.get(name);
        return member == null ? null : Members.duration(member);
    }

    private @Nullable Retry retry(Json.Obj object) {
        var member = object.get("retry");
        if (member == null) return null;
        var retry = member.object();
        return new Retry(
                Members.integer(retry, "attempts", Retry.UNLIMITED),
                Members.duration(Members.need(retry, "first")),
                Members.duration(Members.need(retry, "max")),
                Members.fraction(Members.need(retry, "factor")),
                Members.fraction(Members.need(retry, "jitter")),
                classes(Members.need(retry, "abort")),
                classes(Members.need(retry, "on")));
    }

    private List<Class<? extends Throwable>> classes(Json names) {
        var types = new ArrayList<Class<? extends Throwable>>();
        for (Json name : names.array().items()) {
            var type = load(name.string());
            if (!Throwable.class.isAssignableFrom(type)) throw name.mismatch("an exception class");
            types.add(type.asSubclass(Throwable.class));
        }
        return types;
    }

    private Class<?> load(String name) {
        try {
            return Class.forName(name, false, values.loader());
        } catch (ClassNotFoundException | LinkageError gone) {
            throw new ExceptionNotRebuilt(
                    "what the run waits for names the class " + name
                            + ", but there is no such class on the class path any"
                            + " more; put it back and resume the run",
                    gone);
        }
    }
}
