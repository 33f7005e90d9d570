package dev.perdure.processor.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.processor.layout.Layout.Place;
import dev.perdure.processor.model.SavedType;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final String METHOD = "shop.Flow.run(int)";

    private static Layout layout(String label, @Nullable Map<String, String> before, Map<String, String> behind) {
        return made(label, new Place(before == null ? null : sorted(before), sorted(behind), "void"), Map.of());
    }

    private static Layout made(String label, Place place, Map<String, SavedType> types) {
        return new Layout(sorted(Map.of(METHOD, sorted(Map.of(label, place)))), sorted(types));
    }

    private static <T> SortedMap<String, T> sorted(Map<String, T> map) {
        return new TreeMap<>(map);
    }

    private static String texts(Layout was, Layout is) {
        var text = new StringBuilder();
        for (var each : Comparison.of(was, is))
            text.append(each.text()).append("; ").append(each.remedy());
        return text.toString();
    }

    @Test
    void a_layout_fits_itself_and_one_that_needs_less() {
        var was = layout("a", Map.of("x", "int", "y", "long"), Map.of("x", "int"));
        assertThat(texts(was, was)).isEmpty();
        assertThat(texts(was, layout("a", Map.of("x", "int"), Map.of()))).isEmpty();
    }

    @Test
    void a_slot_more_is_said_once_for_both_sides() {
        var is = layout("a", Map.of("x", "int"), Map.of("x", "int"));
        assertThat(texts(layout("a", Map.of(), Map.of()), is))
                .containsOnlyOnce("'x' (int)")
                .contains("runs that wait at 'a'", "Make it behind the await");
    }

    @Test
    void an_await_before_which_nothing_could_be_saved_may_need_more_there() {
        assertThat(texts(layout("a", null, Map.of()), layout("a", Map.of("x", "int"), Map.of())))
                .isEmpty();
        assertThat(texts(layout("a", Map.of(), Map.of()), layout("a", null, Map.of())))
                .contains("runs may wait before 'a', where something is used now that cannot be saved");
    }

    @Test
    void what_the_lowering_made_is_said_in_words() {
        var was = layout("a", null, Map.of());
        assertThat(texts(was, layout("a", null, Map.of("line.$array", "int[]", "line.$index", "int"))))
                .contains("what is left of the loop over 'line'");
        assertThat(texts(was, layout("a", null, Map.of("try.$kind~2", "int")))).contains("how a 'finally' is reached");
        assertThat(texts(was, layout("a", null, Map.of("pay.$0", "int"))))
                .contains("what is made before 'pay' in the same statement and used behind it (int)");
    }

    @Test
    void the_one_await_that_is_new_is_asked_to_take_the_name_of_the_one_that_is_gone() {
        assertThat(Comparison.of(layout("a", null, Map.of()), layout("b", null, Map.of())))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.label()).isEqualTo("b");
                    assertThat(each.remedy()).isEqualTo("Give 'b' that name: .named(\"a\")");
                });
    }

    private static Layout holding(String type, Map<String, SavedType> types) {
        return made("a", new Place(null, sorted(Map.of("x", type)), "void"), types);
    }

    private static SavedType record(Map<String, String> components) {
        return new SavedType.OfRecord(sorted(components));
    }

    @Test
    void what_types_are_made_of_is_compared_however_deep_and_endless() {
        var list = "java.util.List<shop.Tree>";
        var was = holding(
                list,
                Map.of(
                        "shop.Tree", record(Map.of("leaf", "shop.Shape", "trees", list)),
                        "shop.Shape", new SavedType.OfSealed(List.of("shop.Circle", "shop.Square")),
                        "shop.Circle", record(Map.of("radius", "int"))));
        assertThat(texts(was, was)).isEmpty();
        var is = holding(
                list,
                Map.of(
                        "shop.Tree", record(Map.of("leaf", "shop.Shape", "trees", list)),
                        "shop.Shape", new SavedType.OfSealed(List.of("shop.Circle")),
                        "shop.Circle", new SavedType.OfEnum(List.of("ROUND"))));
        assertThat(texts(was, is))
                .contains("shop.Shape has no permitted type shop.Square any more")
                .contains("shop.Circle is a type of another kind than it was");
    }

    @Test
    void what_a_variable_held_that_is_needed_no_more_may_be_anything_now() {
        var was = holding("shop.Line", Map.of("shop.Line", record(Map.of("a", "int"))));
        var is = made("a", new Place(null, sorted(Map.of()), "void"), Map.of("shop.Line", record(Map.of("b", "int"))));
        assertThat(texts(was, is)).isEmpty();
    }

    @Test
    void components_are_widened_where_they_are_written_alike() {
        assertThat(Widening.ofComponent("int", "long")).isTrue();
        assertThat(Widening.ofComponent("int", "java.lang.Double")).isTrue();
        assertThat(Widening.ofComponent("char", "java.lang.Character")).isTrue();
        for (var other : List.of("char>int", "float>double", "java.lang.Integer>int", "long>int", "boolean>int"))
            assertThat(Widening.ofComponent(other.split(">", -1)[0], other.split(">", -1)[1]))
                    .as(other)
                    .isFalse();
    }

    @Test
    void a_collection_widens_to_its_super_types_of_the_same_elements() {
        assertThat(Widening.ofVariable("java.util.ArrayList<A>", "java.util.List<A>"))
                .isTrue();
        assertThat(Widening.ofVariable("java.util.TreeMap<A, B>", "java.util.SortedMap<A, B>"))
                .isTrue();
        assertThat(Widening.ofVariable("java.util.List<A>", "java.util.ArrayList<A>"))
                .isFalse();
        assertThat(Widening.ofVariable("java.util.ArrayList<A>", "java.util.List<B>"))
                .isFalse();
        assertThat(Widening.ofVariable("java.util.ArrayList", "java.util.List")).isFalse();
        assertThat(Widening.ofVariable("shop.ArrayList<A>", "java.util.List<A>"))
                .isFalse();
    }
}
