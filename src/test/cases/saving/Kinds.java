package saving;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;
import dev.perdure.tests.harness.Effects;
import dev.perdure.tests.harness.Show;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Cases 91 to 93, 96, 97 and 100: what a checkpoint keeps. */
public class Kinds {
    private final Effects fx;

    Kinds(Effects fx) {
        this.fx = fx;
    }

    /** A value with parts. */
    public record Line(String item, int count, BigDecimal price, List<String> tags) {}

    /** One of several. */
    public sealed interface Shape permits Circle, Box, Empty {}

    /** Round. */
    public record Circle(double radius) implements Shape {}

    /** Square. */
    public record Box(int width, Line line, Shape inner) implements Shape {}

    /** None. */
    public enum Empty implements Shape {
        NOTHING
    }

    @Durable
    public String c091_scale_uuid_dates_map_of_records(int n) {
        var price = new BigDecimal("1.500").setScale(n + 1, java.math.RoundingMode.HALF_UP);
        var huge = new BigInteger("123456789012345678901234567890").add(BigInteger.valueOf(n));
        var id = UUID.nameUUIDFromBytes(new byte[] {(byte) n});
        var date = LocalDate.of(2024, 2, 28).plusDays(n);
        var moment = Instant.ofEpochSecond(1_700_000_000L, 123_456_789);
        var time = LocalTime.of(1, 2, n);
        var both = LocalDateTime.of(date, time);
        var zoned = ZonedDateTime.of(both, ZoneId.of("Europe/Berlin"));
        var offset = OffsetDateTime.parse("2024-01-01T00:00:00+05:30");
        var lasting = Duration.ofMillis(n * 1001L);
        var period = Period.of(1, n, 3);
        var day = DayOfWeek.of(n + 1);
        var year = Year.of(2000 + n);
        Map<String, Line> lines = new LinkedHashMap<>();
        lines.put("b", new Line("pen", n, price, List.of("x", "y")));
        lines.put("a", new Line("ink", 0, new BigDecimal("1E+3"), List.of()));
        await(() -> fx.note("a", price, date)).get();
        lines.put("c", new Line("cap", 1, price, List.of("z")));
        await(() -> fx.note("b", lines)).get();
        return Show.of(List.of(price, huge, id, date, moment, time, both, zoned, offset, lasting, period, day, year, lines))
                + price.scale() + lines.keySet();
    }

    @Durable
    public String c092_sealed_value(int n) {
        Shape shape = n == 0 ? Empty.NOTHING : n == 1 ? new Circle(n / 3.0) : new Box(n, null, new Circle(2));
        List<Shape> shapes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            shapes.add(i == 1 ? Empty.NOTHING : shape);
            await(() -> fx.note("a", shapes.size())).get();
        }
        var deep = new Box(1, new Line("l", 1, BigDecimal.TEN, List.of()), shape);
        await(() -> fx.note("b", deep)).get();
        Shape got = await(() -> fx.<Shape>give("c", new Circle(n))).get();
        return shapes.toString() + deep + (got instanceof Circle c ? c.radius() : -1) + shape.getClass().getSimpleName();
    }

    @Durable
    public String c093_dead_variable_not_saved(int n) {
        var reader = new java.io.StringReader("dead" + n);
        var thread = Thread.currentThread();
        String kept = reader.toString().isEmpty() ? "" : "kept" + thread.isAlive();
        int a = await(() -> fx.num("a", n)).get();
        var builder = new StringBuilder(kept);
        builder.append(a);
        var text = builder.toString();
        int b = await(() -> fx.num("b", n)).get();
        builder = new StringBuilder(text);
        return builder.append(b).toString();
    }

    @Durable
    public String c096_anonymous_type_dead_at_the_await(int n) {
        var counter = new Object() {
            int count = n;
        };
        counter.count += 2;
        int count = counter.count;
        int a = await(() -> fx.num("a", count)).get();
        var iterator = List.of(a, n).iterator();
        int sum = 0;
        while (iterator.hasNext()) sum += iterator.next();
        int s = sum;
        return "" + await(() -> fx.num("b", s)).get();
    }

    @Durable
    public String c097_two_locals_one_list(int n) {
        List<String> first = new ArrayList<>();
        List<String> second = n > 1 ? first : new ArrayList<>();
        Collection<String> third = second;
        int[] cells = {1, 2};
        int[] same = cells;
        await(() -> fx.note("a")).get();
        first.add("x");
        same[0] = 9;
        await(() -> fx.note("b", second)).get();
        second.add("y");
        third.add("z");
        await(() -> fx.note("c", third, cells)).get();
        cells[1] = 8;
        return first.toString() + second + third + (first == second) + (second == third) + same[0] + same[1] + (cells == same);
    }

    @Durable
    public String c910_collections_keep_their_kind(int n) {
        var tree = new TreeMap<String, Integer>(Map.of("b", 1, "a", n));
        SortedMap<Integer, String> sorted = new TreeMap<>(Map.of(2, "x", 1, "y"));
        var set = new TreeSet<>(List.of(3, 1, n));
        var linked = new LinkedHashSet<>(List.of("z", "y" + n, "x"));
        Deque<Integer> deque = new ArrayDeque<>(List.of(1, 2));
        Map<DayOfWeek, Integer> days = new EnumMap<>(DayOfWeek.class);
        Map<String, List<Integer>> lists = new HashMap<>();
        Optional<String> some = n > 2 ? Optional.of("o") : Optional.empty();
        Set<Character> chars = new LinkedHashSet<>(List.of('q', 'p'));
        await(() -> fx.note("a")).get();
        tree.put("aa", 5);
        sorted.put(0, "z");
        set.add(2);
        linked.add("a");
        deque.addFirst(n);
        days.put(DayOfWeek.MONDAY, n);
        days.put(DayOfWeek.FRIDAY, n);
        lists.computeIfAbsent("k", key -> new ArrayList<>()).add(n);
        await(() -> fx.note("b", tree, sorted, set, deque)).get();
        lists.get("k").add(4);
        chars.add('a');
        return "" + tree.firstKey() + tree + sorted + set + linked + deque + days + lists + some + chars;
    }

    @Durable
    public String c100_null_in_every_slot_kind(int n) {
        boolean some = n > 2;
        Integer boxed = some ? n : null;
        Character c = some ? 'c' : null;
        Boolean flag = some ? true : null;
        Double real = some ? 1.5 : null;
        String text = some ? "t" : null;
        BigDecimal price = some ? BigDecimal.ONE : null;
        Empty none = some ? Empty.NOTHING : null;
        Line line = some ? new Line(null, 1, null, null) : null;
        Shape shape = some ? new Circle(1) : null;
        List<String> list = some ? java.util.Arrays.asList("a", null) : null;
        Map<String, Integer> map = some ? new HashMap<>() : null;
        if (some) map.put("k", null);
        int[] array = some ? new int[] {1} : null;
        String[] words = some ? new String[] {null, "w"} : null;
        Instant moment = some ? Instant.EPOCH : null;
        Exception failure = some ? new IllegalStateException() : null;
        String given = await(() -> fx.give("a", some ? "g" : (String) null)).get();
        await(() -> fx.note("b", given)).get();
        return Show.of(java.util.Arrays.asList(boxed, c, flag, real, text, price, none, line, shape, list, map, array, words, moment, given))
                + Show.failure(failure);
    }

    @Durable
    public String c911_primitives_keep_every_bit(int n) {
        byte b = (byte) (127 + n);
        short s = (short) (32767 + n);
        char c = (char) (0xD800 + n);
        int i = Integer.MIN_VALUE + n;
        long l = Long.MAX_VALUE - n;
        float f = n == 0 ? Float.NaN : n == 1 ? -0.0f : n == 2 ? Float.MIN_VALUE : 1 / 3f;
        double d = n == 0 ? Double.NEGATIVE_INFINITY : n == 1 ? -0.0 : n == 2 ? Double.MIN_VALUE : 0.1 * n;
        boolean z = n % 2 == 0;
        String odd = "q\"\\\n\t\u0000\u2028\uD83D\uDE00" + c + "é";
        double[] ds = {d, Double.NaN, 1e300};
        long[] ls = {l, -1};
        byte[] bytes = {b, 0, -1};
        char[] chars = {c, 'a'};
        boolean[] flags = {z, !z};
        await(() -> fx.note("a")).get();
        b++;
        s++;
        int wide = b0(b);
        await(() -> fx.note("b", wide, f, d)).get();
        return Show.of(new Object[] {b, s, c, i, l, f, d, z, odd, ds, ls, bytes, chars, flags});
    }

    private static int b0(byte b) {
        return b;
    }
}
