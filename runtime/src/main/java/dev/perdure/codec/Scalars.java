package dev.perdure.codec;

import dev.perdure.DataCorrupted;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The values without parts. */
final class Scalars {
    /** Shapes made so far. Each is made at its first use: making all of them would be a tenth of a small program's start. */
    private static final Map<Class<?>, Shape> SHAPES = new ConcurrentHashMap<>();

    private Scalars() {}

    static @Nullable Shape of(Class<?> type) {
        var known = SHAPES.get(type);
        if (known != null) return known;
        var made = make(type.getName());
        if (made != null) SHAPES.put(type, made);
        return made;
    }

    private static @Nullable Shape make(String type) {
        return switch (type) {
            case "java.lang.String", "java.lang.CharSequence" -> new Text<>(String.class, text -> text, text -> text);
            case "java.util.UUID" -> new Text<>(UUID.class, UUID::toString, UUID::fromString);
            case "java.net.URI" -> new Text<>(URI.class, URI::toString, URI::create);
            case "java.util.Currency" -> new Text<>(Currency.class, Currency::getCurrencyCode, Currency::getInstance);
            case "java.util.Locale" -> new Text<>(Locale.class, Locale::toLanguageTag, Locale::forLanguageTag);
            case "java.lang.Void", "void" ->
                new Scalar<>(Void.class, (value, out) -> out.nothing(), json -> {
                    throw json.mismatch("null");
                });
            default -> type.startsWith("java.time.") ? time(type) : number(type);
        };
    }

    private static @Nullable Shape number(String type) {
        return switch (type) {
            case "java.lang.Boolean", "boolean" ->
                new Scalar<>(Boolean.class, (value, out) -> out.bool(value), Json::bool);
            case "java.lang.Byte", "byte" ->
                new Scalar<>(Byte.class, (value, out) -> out.number((long) value), json -> Byte.valueOf(json.number()));
            case "java.lang.Short", "short" ->
                new Scalar<>(
                        Short.class, (value, out) -> out.number((long) value), json -> Short.valueOf(json.number()));
            case "java.lang.Integer", "int" ->
                new Scalar<>(
                        Integer.class,
                        (value, out) -> out.number((long) value),
                        json -> Integer.valueOf(json.number()));
            case "java.lang.Long", "long" ->
                new Scalar<>(Long.class, (value, out) -> out.number((long) value), json -> Long.valueOf(json.number()));
            case "java.lang.Float", "float" ->
                new Scalar<>(
                        Float.class, (value, out) -> out.number((float) value), json -> Float.valueOf(json.number()));
            case "java.lang.Double", "double" ->
                new Scalar<>(
                        Double.class,
                        (value, out) -> out.number((double) value),
                        json -> Double.valueOf(json.number()));
            case "java.lang.Character", "char" ->
                new Scalar<>(Character.class, (value, out) -> out.string(String.valueOf(value)), Scalars::character);
            case "java.math.BigDecimal" -> new Text<>(BigDecimal.class, BigDecimal::toString, BigDecimal::new);
            case "java.math.BigInteger" -> new Text<>(BigInteger.class, BigInteger::toString, BigInteger::new);
            default -> null;
        };
    }

    private static @Nullable Shape time(String type) {
        return switch (type.substring("java.time.".length())) {
            case "Instant" -> new Text<>(Instant.class, Instant::toString, Instant::parse);
            case "Duration" -> new Text<>(Duration.class, Duration::toString, Duration::parse);
            case "Period" -> new Text<>(Period.class, Period::toString, Period::parse);
            case "LocalDate" -> new Text<>(LocalDate.class, LocalDate::toString, LocalDate::parse);
            case "LocalTime" -> new Text<>(LocalTime.class, LocalTime::toString, LocalTime::parse);
            case "LocalDateTime" -> new Text<>(LocalDateTime.class, LocalDateTime::toString, LocalDateTime::parse);
            case "OffsetTime" -> new Text<>(OffsetTime.class, OffsetTime::toString, OffsetTime::parse);
            case "OffsetDateTime" -> new Text<>(OffsetDateTime.class, OffsetDateTime::toString, OffsetDateTime::parse);
            case "ZonedDateTime" -> new Text<>(ZonedDateTime.class, ZonedDateTime::toString, ZonedDateTime::parse);
            case "Year" -> new Text<>(Year.class, Year::toString, Year::parse);
            case "YearMonth" -> new Text<>(YearMonth.class, YearMonth::toString, YearMonth::parse);
            case "MonthDay" -> new Text<>(MonthDay.class, MonthDay::toString, MonthDay::parse);
            case "ZoneId" -> new Text<>(ZoneId.class, ZoneId::getId, ZoneId::of);
            case "ZoneOffset" -> new Text<>(ZoneOffset.class, ZoneOffset::getId, ZoneOffset::of);
            default -> null;
        };
    }

    static Shape ofEnum(Class<?> type) {
        return new EnumConstant(type);
    }

    private static char character(Json json) {
        var text = json.string();
        if (text.length() != 1) throw json.mismatch("a string of one character");
        return text.charAt(0);
    }

    private record Scalar<T>(Class<T> type, BiConsumer<T, JsonWriter> writer, Function<Json, T> reader)
            implements Shape {
        @Override
        public void write(Object value, JsonWriter out) {
            writer.accept(type.cast(value), out);
        }

        @Override
        public Object read(Json json) {
            try {
                return reader.apply(json);
            } catch (NumberFormatException malformed) {
                throw json.mismatch("a value of type " + type.getSimpleName());
            }
        }

        @Override
        public boolean immutable(Set<Shape> visiting) {
            return true;
        }
    }

    private record Text<T>(Class<T> type, Function<T, String> print, Function<String, T> parse) implements Shape {
        @Override
        public void write(Object value, JsonWriter out) {
            out.string(asName(value));
        }

        @Override
        public String asName(Object value) {
            return value instanceof String text ? text : print.apply(type.cast(value));
        }

        @Override
        public Object read(Json json) {
            try {
                return parse.apply(json.string());
            } catch (DataCorrupted mismatch) {
                throw mismatch;
            } catch (RuntimeException malformed) {
                throw json.mismatch("a value of type " + type.getSimpleName());
            }
        }

        @Override
        public boolean immutable(Set<Shape> visiting) {
            return true;
        }
    }

    private static final class EnumConstant implements Shape {
        private final Map<String, Object> constants = new HashMap<>();
        private final Class<?> type;

        EnumConstant(Class<?> type) {
            this.type = type;
            for (Object constant : type.getEnumConstants()) constants.put(((Enum<?>) constant).name(), constant);
        }

        @Override
        public void write(Object value, JsonWriter out) {
            out.string(asName(value));
        }

        @Override
        public String asName(Object value) {
            return ((Enum<?>) value).name();
        }

        @Override
        public Object read(Json json) {
            var constant = constants.get(json.string());
            if (constant == null) throw json.mismatch("a constant of " + type.getName());
            return constant;
        }

        @Override
        public boolean immutable(Set<Shape> visiting) {
            return true;
        }
    }
}
