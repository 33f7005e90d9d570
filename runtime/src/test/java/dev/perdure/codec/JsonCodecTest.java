package dev.perdure.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.DataCorrupted;
import dev.perdure.LayoutMismatch;
import dev.perdure.UnsaveableValue;
import dev.perdure.machine.Types;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@SuppressWarnings("JdkObsolete") // what people use can be saved
final class JsonCodecTest {
    private static final JsonCodec CODEC = new JsonCodec();

    record Line(String sku, int amount, BigDecimal price) {}

    record Box<T>(@Nullable T content, List<T> more) {}

    record Tree(String name, List<Tree> children) {}

    sealed interface Payment<T> permits Card, Cash, Kind {}

    record Card<T>(T owner, int cents) implements Payment<T> {}

    record Cash<T>(int cents) implements Payment<T> {}

    enum Kind implements Payment<String> {
        VOUCHER,
        POINTS {
            @Override
            public String toString() {
                return "points";
            }
        }
    }

    static final class Own extends ArrayList<String> {
        private static final long serialVersionUID = 1L;
    }

    private static Arguments of(Type type, Object value) {
        return Arguments.of(type, value);
    }

    static Stream<Arguments> values() {
        var strings = Types.of(List.class, String.class);
        var stringSet = Types.of(Set.class, String.class);
        var counts = Types.of(Map.class, String.class, Integer.class);
        var payment = Types.of(Payment.class, String.class);
        var nulls = new ArrayList<@Nullable String>(Arrays.asList("a", null));
        return Stream.of(
                of(int.class, Integer.MIN_VALUE),
                of(long.class, Long.MIN_VALUE),
                of(Long.class, Long.MAX_VALUE),
                of(byte.class, (byte) -1),
                of(short.class, (short) 300),
                of(char.class, '\ud800'),
                of(boolean.class, true),
                of(double.class, Double.NaN),
                of(double.class, -0.0),
                of(double.class, Double.MIN_VALUE),
                of(float.class, Float.NEGATIVE_INFINITY),
                of(float.class, 0.1f),
                of(String.class, ""),
                of(String.class, "\u0000\u001f\"\\/\n\t\u007f é ω \ud83d\ude00 lone \ud83d and \ude00"),
                of(BigDecimal.class, new BigDecimal("1.00")),
                of(BigDecimal.class, new BigDecimal("1E+400")),
                of(BigInteger.class, BigInteger.TWO.pow(200)),
                of(UUID.class, new UUID(1, 2)),
                of(Instant.class, Instant.MAX),
                of(Duration.class, Duration.ofNanos(-1)),
                of(Period.class, Period.of(1, -2, 3)),
                of(LocalDate.class, LocalDate.MIN),
                of(LocalDateTime.class, LocalDateTime.MAX),
                of(OffsetDateTime.class, OffsetDateTime.MAX),
                of(ZonedDateTime.class, ZonedDateTime.of(2026, 10, 25, 2, 30, 0, 1, ZoneId.of("Europe/Berlin"))),
                of(Year.class, Year.of(-5)),
                of(ZoneId.class, ZoneOffset.ofHours(3)),
                of(DayOfWeek.class, DayOfWeek.FRIDAY),
                of(Currency.class, Currency.getInstance("EUR")),
                of(Locale.class, Locale.CANADA_FRENCH),
                of(Types.of(Optional.class, String.class), Optional.of("x")),
                of(Types.of(Optional.class, String.class), Optional.empty()),
                of(OptionalInt.class, OptionalInt.of(3)),
                of(strings, new ArrayList<>(List.of("a", "b"))),
                of(strings, new LinkedList<>(List.of("a", "b"))),
                of(strings, List.of()),
                of(strings, List.of("a", "b", "c")),
                of(strings, Stream.of("a", null).toList()),
                of(strings, Arrays.asList("a", null)),
                of(strings, nulls),
                of(strings, Collections.emptyList()),
                of(strings, Collections.singletonList("a")),
                of(strings, Collections.unmodifiableList(nulls)),
                of(Types.of(Collection.class, String.class), new ArrayDeque<>(List.of("a", "b")).clone()),
                of(stringSet, new HashSet<>(List.of("b", "a"))),
                of(stringSet, new LinkedHashSet<>(List.of("b", "a"))),
                of(stringSet, new TreeSet<>(List.of("b", "a"))),
                of(stringSet, Set.of("b", "a", "c")),
                of(Types.of(Set.class, DayOfWeek.class), EnumSet.noneOf(DayOfWeek.class)),
                of(Types.of(EnumSet.class, DayOfWeek.class), EnumSet.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY)),
                of(counts, new HashMap<>(Map.of("x", 1, "@", 2, "v", 3))),
                of(counts, new LinkedHashMap<>(Map.of("x", 1))),
                of(counts, new TreeMap<>(Map.of("x", 1, "a", 2))),
                of(counts, Map.of("x", 1)),
                of(counts, new ConcurrentHashMap<>(Map.of("x", 1))),
                of(Types.of(Map.class, Integer.class, strings), new HashMap<>(Map.of(1, List.of("a")))),
                of(
                        Types.of(Map.class, DayOfWeek.class, LocalDate.class),
                        new EnumMap<>(Map.of(DayOfWeek.FRIDAY, LocalDate.EPOCH))),
                of(Line.class, new Line("tea", 2, new BigDecimal("9.90"))),
                of(Types.of(Box.class, Line.class), new Box<>(new Line("a", 1, BigDecimal.TEN), new ArrayList<>())),
                of(Tree.class, new Tree("root", List.of(new Tree("leaf", List.of())))),
                of(payment, new Card<>("ann", 5)),
                of(payment, new Cash<String>(7)),
                of(payment, Kind.POINTS),
                of(Types.of(List.class, payment), List.of(Kind.VOUCHER, new Card<>("bob", 1))));
    }

    @ParameterizedTest
    @MethodSource("values")
    void value_comes_back_as_its_own_kind(Type type, Object value) {
        var text = encode(type, value);
        var back = CODEC.decode(type, Json.parse(text.getBytes(StandardCharsets.UTF_8)));

        if (value instanceof ArrayDeque<?> deque)
            assertThat(new ArrayList<>(deque)).isEqualTo(new ArrayList<>((Collection<?>) back));
        else assertThat(back).isEqualTo(value);
        assertThat(back).hasSameClassAs(value);
        assertThat(encode(type, back)).isEqualTo(text);
    }

    @Test
    void arrays_come_back() {
        for (Object array : List.of(
                new int[] {1, 2},
                new byte[] {0, -1},
                new char[] {'a', '\ud800'},
                new boolean[] {true},
                new double[] {Double.NaN},
                new String[][] {{"a"}, {}})) {
            var back = CODEC.decode(
                    array.getClass(), Json.parse(encode(array.getClass(), array).getBytes(StandardCharsets.UTF_8)));
            assertThat(back).isEqualTo(array).hasSameClassAs(array);
        }
    }

    @Test
    void equal_unordered_collections_have_equal_encodings() {
        var type = Types.of(Set.class, String.class);
        var names = new ArrayList<String>();
        for (int i = 0; i < 100; i++) names.add("name" + i);
        var one = new HashSet<>(names);
        Collections.reverse(names);
        var other = new HashSet<String>(1_000);
        other.addAll(names);
        assertThat(encode(type, one)).isEqualTo(encode(type, other));
    }

    @Test
    void what_cannot_be_saved_is_named() {
        assertThatThrownBy(() -> encode(Thread.class, new Thread()))
                .isInstanceOf(UnsaveableValue.class)
                .hasMessageContaining("java.lang.Thread");
        assertThatThrownBy(() -> encode(Types.of(List.class, Object.class), List.of(1)))
                .isInstanceOf(UnsaveableValue.class)
                .hasMessageContaining("java.lang.Object");
        assertThatThrownBy(() -> encode(Types.of(List.class, String.class), new Own()))
                .isInstanceOf(UnsaveableValue.class)
                .hasMessageContaining("new ArrayList<>");
        var backwards = new TreeSet<String>(Comparator.reverseOrder());
        assertThatThrownBy(() -> encode(Types.of(Set.class, String.class), backwards))
                .isInstanceOf(UnsaveableValue.class)
                .hasMessageContaining("comparator");
        var itself = new ArrayList<Tree>();
        itself.add(new Tree("endless", itself));
        assertThatThrownBy(() -> encode(Tree.class, itself.get(0)))
                .isInstanceOf(UnsaveableValue.class)
                .hasMessageContaining("contains itself");
    }

    @Test
    void G15_data_that_does_not_fit_is_reported() {
        refuse(int.class, "1.5");
        refuse(int.class, "99999999999");
        refuse(String.class, "5");
        refuse(DayOfWeek.class, "\"Someday\"");
        refuse(Types.of(Payment.class, String.class), "{\"@\":\"java.lang.Runtime\"}");
        refuse(Types.of(List.class, String.class), "{\"@\":\"evil.List\",\"v\":[]}");
        refuse(Types.of(LinkedList.class, String.class), "{\"@\":\"ArrayList\",\"v\":[]}");
        refuse(byte[].class, "\"not base 64!\"");
        refuse(Instant.class, "\"yesterday\"");
        for (String malformed : List.of("", "{", "[1,]", "nul", "{\"a\":1,\"a\":2}", "1 2"))
            assertThatThrownBy(() -> Json.parse(malformed.getBytes(StandardCharsets.UTF_8)))
                    .as(malformed)
                    .isInstanceOf(DataCorrupted.class);
    }

    @Test
    void G16_a_record_that_has_got_a_component_is_told_from_damage() {
        assertThatThrownBy(() -> CODEC.decode(
                        Line.class, Json.parse("{\"sku\":\"a\",\"amount\":1}".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(LayoutMismatch.class)
                .hasMessageContainingAll("perdure/layout-mismatch", "Line", "price", "[sku, amount]");
    }

    private static void refuse(Type type, String json) {
        assertThatThrownBy(() -> CODEC.decode(type, Json.parse(json.getBytes(StandardCharsets.UTF_8))))
                .as(json)
                .isInstanceOf(DataCorrupted.class);
    }

    private static String encode(Type type, @Nullable Object value) {
        var out = new JsonWriter();
        CODEC.encode(type, value, out);
        return out.toString();
    }
}
