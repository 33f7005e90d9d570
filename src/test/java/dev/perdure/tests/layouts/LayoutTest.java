package dev.perdure.tests.layouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases 118 to 122: what becomes of a run that waits when its method is changed. */
class LayoutTest {
    @TempDir
    Path lock;

    /** The run waits in the first version and ends in the second, which the compiler has found to fit. */
    private Object resumed(String before, String after) {
        var deployment = new Deployment(lock);
        deployment.begin(deployment.compile(before, "update"));
        var version = deployment.compile(after, "compare");
        assertThat(version.messages()).isEmpty();
        return Objects.requireNonNull(deployment.resume(version, new Desk(true)));
    }

    /** The second version is refused; compiled all the same, it leaves the run stuck. */
    private String refused(String before, String after) {
        var deployment = new Deployment(lock);
        deployment.begin(deployment.compile(before, "update"));
        var version = deployment.compile(after, "compare");
        assertThat(version.ok()).isFalse();
        assertThat(version.errors())
                .allSatisfy(error -> assertThat(error.getMessage(null)).startsWith("perdure/layout-changed: "));
        assertThat(deployment.resume(deployment.compile(after, ""), new Desk(true)))
                .asString()
                .startsWith("stuck: perdure/layout-mismatch");
        return version.messages();
    }

    @Test
    void c118_an_await_inserted_before_or_behind_leaves_a_run_that_waits_where_it_is() {
        var before = """
                String a = await(() -> desk.text("a")).named("first").get();
                sleep(ofHours(1));
                return a + n;
                """;
        var after = """
                String z = await(() -> desk.text("z")).named("zeroth").get();
                String a = await(() -> desk.text("a")).named("first").get();
                sleep(ofHours(1));
                String c = await(() -> desk.text("c")).named("third").get();
                return a + n + c;
                """;
        assertThat(resumed(before, after)).isEqualTo("A7C");
    }

    @Test
    void c119_a_local_that_is_no_longer_used_is_dropped() {
        var before = """
                String a = await(() -> desk.text("a")).named("first").get();
                var all = new ArrayList<>(List.of(a, a));
                sleep(ofHours(1));
                return all + a;
                """;
        var after = """
                String a = await(() -> desk.text("a")).named("first").get();
                sleep(ofHours(1));
                return a;
                """;
        assertThat(resumed(before, after)).isEqualTo("A");
    }

    @Test
    void c119_a_local_that_was_renamed_is_told_by_its_type() {
        var before = """
                String a = await(() -> desk.text("a")).named("first").get();
                sleep(ofHours(1));
                return a;
                """;
        assertThat(refused(before, before.replace(" a = ", " letter = ").replace("return a", "return letter")))
                .contains("Flow.java:30:")
                .contains("'sleep' were saved without 'letter' (java.lang.String)", "They have 'a' of that type");
    }

    @Test
    void c120_numbers_of_every_kind_are_read_into_wider_ones_and_into_boxes() {
        var before = new StringBuilder();
        var after = new StringBuilder();
        var shown = new StringBuilder("\"\"");
        for (var pair : Numbers.wider()) {
            var name = "v" + shown.length();
            before.append(pair.before(name));
            after.append(pair.after(name));
            shown.append(" + ").append(name).append(" + ';'");
        }
        var rest = "sleep(ofHours(1));\nreturn " + shown + ";\n";
        var deployment = new Deployment(lock);
        deployment.begin(deployment.compile(before + rest, "update"));
        var version = deployment.compile(after + rest, "compare");
        assertThat(version.messages()).isEmpty();
        assertThat(deployment.resume(version, new Desk(true))).isEqualTo(deployment.plain(version));
    }

    @Test
    void c120_a_number_that_was_not_saved_in_a_narrower_type_is_refused() {
        var before = new StringBuilder();
        var after = new StringBuilder();
        var shown = new StringBuilder("\"\"");
        for (var pair : Numbers.others()) {
            var name = "v" + shown.length();
            before.append(pair.before(name));
            after.append(pair.to()).append(' ').append(name).append(" = made();\n");
            shown.append(" + ").append(name).append(" + ';'");
        }
        var rest = "sleep(ofHours(1));\nreturn " + shown + ";\n";
        var made = "---\n@SuppressWarnings(\"unchecked\") static <T> T made() { return (T) null; }\n";
        var messages = refused(before + rest, after + rest + made);
        assertThat(messages.lines()).hasSize(Numbers.others().size());
        assertThat(messages)
                .contains("was saved as long by runs that wait at 'sleep', and is int now")
                .contains("was saved as java.lang.Integer by runs that wait at 'sleep', and is int now");
    }

    @Test
    void c120_a_saved_outcome_is_read_into_a_wider_type() {
        var before = """
                int a = await(() -> desk.num("abc")).named("first").get();
                String b = stage(() -> desk.later("b")).named("second").get();
                return a + b;
                """;
        var after = """
                double a = await(() -> (double) desk.num("abc")).named("first").get();
                String b = stage(() -> desk.later("b")).named("second").get();
                return a + b;
                """;
        assertThat(resumed(before, after)).isEqualTo("3.0B");
    }

    @Test
    void c120_an_outcome_that_was_not_used_cannot_be_used_now() {
        var before = """
                await(() -> desk.num("abc")).named("first").get();
                String b = stage(() -> desk.later("b")).named("second").get();
                return b;
                """;
        assertThat(refused(
                        before,
                        before.replace("await(() -> desk.num", "int a = await(() -> desk.num")
                                .replace("return b", "return a + b")))
                .contains("what 'first' gives was not used, and so not saved");
    }

    @Test
    void c120_a_collection_is_read_into_a_super_type_and_stays_what_it_was() {
        var before = """
                var linked = new LinkedList<String>(List.of("x"));
                var plain = new ArrayList<String>(List.of("y"));
                var same = plain;
                await(() -> desk.num("abc")).named("first").get();
                sleep(ofHours(1));
                plain.add("z");
                return linked.getClass().getSimpleName() + linked + plain + same;
                """;
        var after = before.replace("var linked", "Deque<String> linked")
                .replace("var plain", "Collection<String> plain")
                .replace("var same", "Collection<String> same");
        assertThat(resumed(before, after)).isEqualTo("LinkedList[x][y, z][y, z]");
    }

    private static final String LINES = """
            var line = new Line(3, (byte) 4, Color.RED, List.of(new Part("p", 5)));
            sleep(ofHours(1));
            return line.toString();
            ---
            record Part(String name, int size) {}
            enum Color { RED, GREEN }
            record Line(int price, byte amount, Color color, List<Part> parts) {}
            """;

    @Test
    void c120_components_of_records_are_widened_reordered_and_dropped_and_constants_added() {
        var after = LINES.replace("String name, int size", "Long size")
                .replace("\"p\", 5", "5L")
                .replace("RED, GREEN", "BLUE, GREEN, RED")
                .replace("Line(int price, byte amount, Color", "Line(double price, int amount, Color");
        assertThat(resumed(LINES, after)).isEqualTo("Line[price=3.0, amount=4, color=RED, parts=[Part[size=5]]]");
    }

    @Test
    void c120_a_component_that_was_not_saved_is_refused() {
        var after = LINES.replace("int size", "int size, String unit").replace("\"p\", 5", "\"p\", 5, \"cm\"");
        assertThat(refused(LINES, after))
                .contains("'line' is needed by runs that wait at 'sleep': shop.Flow.Part has a component 'unit' now");
    }

    @Test
    void c120_components_that_are_not_written_alike_are_refused() {
        var after = LINES.replace("int price", "String price").replace("Line(3", "Line(\"3\"");
        var deployment = new Deployment(lock);
        deployment.begin(deployment.compile(LINES, "update"));
        var version = deployment.compile(after, "compare");
        assertThat(version.messages())
                .contains(
                        "perdure/layout-changed",
                        "component 'price' of shop.Flow.Line was int, and is java.lang.String");
    }

    @Test
    void c120_a_constant_that_saved_values_may_be_is_kept() {
        var deployment = new Deployment(lock);
        deployment.begin(deployment.compile(LINES, "update"));
        assertThat(deployment
                        .compile(LINES.replace("RED, GREEN", "RED"), "compare")
                        .messages())
                .contains("perdure/layout-changed", "shop.Flow.Color has no constant GREEN any more");
    }

    private static final String ONE = """
            String a = "";
            var letters = List.of("p", "q");
            a += await(() -> desk.text("a")).named("first").get();
            sleep(ofHours(1));
            return a + letters;
            """;

    @Test
    void c122_an_await_moved_into_a_loop_is_refused() {
        var after = """
                String a = "";
                var letters = List.of("p", "q");
                a += await(() -> desk.text("a")).named("first").get();
                for (var letter : letters) {
                    sleep(ofHours(1));
                    a += letter;
                }
                return a + letters;
                """;
        assertThat(refused(ONE, after))
                .contains("Flow.java:33:")
                .contains("runs that wait at 'sleep' were saved without what is left of the loop over 'letter'");
        assertThat(refusedAgain(
                        ONE,
                        after.replace("var letter : letters", "int i = 0; i < 2; i++")
                                .replace("a += letter;", "")))
                .contains("saved without 'i' (int)");
    }

    private String refusedAgain(String before, String after) {
        var deployment = new Deployment(lock.resolve("again"));
        assertThat(deployment.compile(before, "update").messages()).isEmpty();
        return deployment.compile(after, "compare").messages();
    }

    @Test
    void c122_an_await_moved_into_a_finally_is_refused() {
        var after = """
                String a = "";
                var letters = List.of("p", "q");
                a += await(() -> desk.text("a")).named("first").get();
                try {
                    a += desk.text("x");
                } finally {
                    sleep(ofHours(1));
                }
                return a + letters;
                """;
        assertThat(refused(ONE, after))
                .contains("runs that wait at 'sleep' were saved without how a 'finally' is reached");
    }

    @Test
    void c119_an_await_whose_label_is_gone_is_refused_and_found_again_by_its_name() {
        var after = ONE.replace("sleep(ofHours(1))", "after(ofHours(1)).named(\"nap\").get()");
        assertThat(refused(ONE, after))
                .contains("runs may wait at 'sleep', which is gone", "Give 'nap' that name: .named(\"sleep\")");
        assertThat(refusedAgain(ONE, after.replace("nap", "sleep"))).isEmpty();
    }

    @Test
    void c119_a_run_between_two_attempts_goes_on_before_its_await() {
        var before = """
                int unused = await(() -> desk.num("abc")).named("first").get();
                String b = await(() -> desk.maybe("b"))
                        .named("second")
                        .withRetry(r -> r.attempts(9).backoff(ofHours(1), ofHours(1)))
                        .get();
                return b + unused;
                """;
        assertThat(resumed(
                        before,
                        before.replace("int unused", "long unused")
                                .replace("abc", "ABC")
                                .replace("await(() -> desk.num(\"ABC\"))", "await(() -> (long) desk.num(\"ABC\"))")))
                .isEqualTo("B3");
        assertThat(refusedAgain(
                        before,
                        before.replace("desk.maybe(\"b\")", "desk.maybe(\"b\" + other)")
                                .replace("String b", "int other = n + 1;\nString b")))
                .contains("runs that wait at 'second' were saved without 'other' (int)");
    }

    private static final String BRANCHES = """
            var both = all(
                            branch(() -> await(() -> desk.text("a")).named("a").get()),
                            branch(() -> await(() -> desk.text("b")).named("b").get()))
                    .named("both")
                    .get();
            return "" + both;
            """;

    @Test
    void branches_are_held_against_the_lock_as_well() {
        assertThat(refusedAgain(BRANCHES, BRANCHES.replace("\"both\"", "\"all\""))
                        .lines())
                .singleElement()
                .asString()
                .contains("runs may wait at 'both', which is gone", "Give 'all' that name");
        assertThat(refusedAgain(BRANCHES, BRANCHES.replace("\"b\")).named(\"b\")", "\"b\")).named(\"c\")")))
                .contains("runs may wait at 'b', which is gone");
        assertThat(refusedAgain(
                        BRANCHES,
                        BRANCHES.replace(
                                "branch(() -> await(() -> desk.text(\"b\")).named(\"b\").get())",
                                "await(() -> desk.text(\"b\"))")))
                .contains("runs may be in the branch or undo 'both:2', which is gone");
    }
}
