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
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The values without parts. */
final class Scalars {
    private static final Map<Class<?>, Shape> SHAPES = new HashMap<>();

    static {
        var string = text(String.class, value -> value, value -> value);
        both(Boolean.class, boolean.class, (value, out) -> out.bool(value), Json::bool);
        both(Byte.class, byte.class, (value, out) -> out.number((long) value), json -> Byte.valueOf(json.number()));
        both(Short.class, short.class, (value, out) -> out.number((long) value), json -> Short.valueOf(json.number()));
        both(
                Integer.class,
                int.class,
                (value, out) -> out.number((long) value),
                json -> Integer.valueOf(json.number()));
        both(Long.class, long.class, (value, out) -> out.number((long) value), json -> Long.valueOf(json.number()));
        both(Float.class, float.class, (value, out) -> out.number((float) value), json -> Float.valueOf(json.number()));
        both(
                Double.class,
                double.class,
                (value, out) -> out.number((double) value),
                json -> Double.valueOf(json.number()));
        both(Character.class, char.class, (value, out) -> out.string(String.valueOf(value)), Scalars::character);
        SHAPES.put(String.class, string);
        SHAPES.put(CharSequence.class, string);
        text(BigDecimal.class, BigDecimal::toString, BigDecimal::new);
        text(BigInteger.class, BigInteger::toString, BigInteger::new);
        text(UUID.class, UUID::toString, UUID::fromString);
        text(URI.class, URI::toString, URI::create);
        text(Currency.class, Currency::getCurrencyCode, Currency::getInstance);
        text(Locale.class, Locale::toLanguageTag, Locale::forLanguageTag);
        text(Instant.class, Instant::toString, Instant::parse);
        text(Duration.class, Duration::toString, Duration::parse);
        text(Period.class, Period::toString, Period::parse);
        text(LocalDate.class, LocalDate::toString, LocalDate::parse);
        text(LocalTime.class, LocalTime::toString, LocalTime::parse);
        text(LocalDateTime.class, LocalDateTime::toString, LocalDateTime::parse);
        text(OffsetTime.class, OffsetTime::toString, OffsetTime::parse);
        text(OffsetDateTime.class, OffsetDateTime::toString, OffsetDateTime::parse);
        text(ZonedDateTime.class, ZonedDateTime::toString, ZonedDateTime::parse);
        text(Year.class, Year::toString, Year::parse);
        text(YearMonth.class, YearMonth::toString, YearMonth::parse);
        text(MonthDay.class, MonthDay::toString, MonthDay::parse);
        text(ZoneId.class, ZoneId::getId, ZoneId::of);
        text(ZoneOffset.class, ZoneOffset::getId, ZoneOffset::of);
        SHAPES.put(Void.class, new Scalar<>(Void.class, (value, out) -> out.nothing(), json -> {
            throw json.mismatch("null");
        }));
        SHAPES.put(void.class, SHAPES.get(Void.class));
    }

    private Scalars() {}

    static @Nullable Shape of(Class<?> type) {
        return SHAPES.get(type);
    }

    static Shape ofEnum(Class<?> type) {
        return new EnumConstant(type);
    }

    private static char character(Json json) {
        var text = json.string();
        if (text.length() != 1) throw json.mismatch("a string of one character");
        return text.charAt(0);
    }

    private static <T> void both(
            Class<T> box, Class<?> primitive, BiConsumer<T, JsonWriter> write, Function<Json, T> read) {
        var shape = new Scalar<>(box, write, read);
        SHAPES.put(box, shape);
        SHAPES.put(primitive, shape);
    }

    private static <T> Shape text(Class<T> type, Function<T, String> print, Function<String, T> parse) {
        var shape = new Text<>(type, print, parse);
        SHAPES.put(type, shape);
        return shape;
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
