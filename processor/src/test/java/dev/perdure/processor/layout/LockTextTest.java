package dev.perdure.processor.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.processor.layout.Layout.Place;
import dev.perdure.processor.model.SavedType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LockTextTest {
    private static Layout layout(String label) {
        var place = new Place(new TreeMap<>(), new TreeMap<>(Map.of("größe", "int")), "void");
        return new Layout(
                new TreeMap<>(Map.of("shop.Flow.run()", new TreeMap<>(Map.of(label, place)))),
                new TreeMap<>(Map.of(
                        "shop.Color", new SavedType.OfEnum(List.of("RED")),
                        "shop.Shape", new SavedType.OfSealed(List.of()),
                        "shop.Line", new SavedType.OfRecord(Map.of()))));
    }

    @Test
    void what_is_written_is_read() throws Malformed {
        var file = new LockFile("shop.Flow.run()", List.of(layout("a \"quoted\" \\ \n \ud83d\ude00"), layout("b")));
        var text = LockText.write(file);
        assertThat(LockText.read(text)).isEqualTo(file);
        assertThat(LockText.read(text.replace("\n", "\r\n"))).isEqualTo(file);
        assertThat(text).endsWith("\n}\n").doesNotContain("\r");
    }

    @Test
    void the_newest_layout_stands_first_and_none_twice() {
        var file = new LockFile("shop.Flow.run()", List.of())
                .with(layout("a"))
                .with(layout("b"))
                .with(layout("a"));
        assertThat(file.layouts()).containsExactly(layout("a"), layout("b"));
    }

    @Test
    void a_file_that_was_changed_by_hand_or_cut_is_refused() {
        var text = LockText.write(new LockFile("shop.Flow.run()", List.of(layout("a"))));
        assertThatThrownBy(() -> LockText.read(text.replace("\"int\"", "\"long\"")))
                .hasMessageContainingAll("layout " + layout("a").id(), "changed by hand");
        assertThatThrownBy(() -> LockText.read(text.replace("\"format\": 1", "\"format\": 2")))
                .hasMessageContainingAll("format 2", "up to 1");
        for (int cut = 0; cut < text.length() - 2; cut++) {
            var part = text.substring(0, cut);
            assertThatThrownBy(() -> LockText.read(part)).as(part).isInstanceOf(Malformed.class);
        }
    }

    @Test
    void text_that_is_no_lock_file_is_refused_with_its_line() {
        assertThatThrownBy(() -> LockText.read("{\n  \"format\": }")).hasMessageContaining("in line 2 stands '}'");
        for (var text :
                List.of("[]", "1", "{}", "{\"format\":1}", "{\"format\":1,\"format\":1}", "\"\\x\"", "12 1", "<<<<"))
            assertThatThrownBy(() -> LockText.read(text)).as(text).isInstanceOf(Malformed.class);
    }

    @Test
    void a_file_is_named_as_its_method() {
        assertThat(Folder.nameOf("shop.Flow.run()")).isEqualTo("shop.Flow.run.json");
        assertThat(Folder.nameOf("shop.Flow.In.place(shop.Order,int,java.lang.String[][])"))
                .isEqualTo("shop.Flow.In.place_Order_int_StringArrayArray.json");
        assertThat(Folder.nameOf("Flow.run(Order.Line)")).isEqualTo("Flow.run_Line.json");
    }
}
