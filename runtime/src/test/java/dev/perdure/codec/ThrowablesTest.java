package dev.perdure.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.DataCorrupted;
import dev.perdure.DeadlineExceeded;
import dev.perdure.ExceptionNotRebuilt;
import dev.perdure.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ThrowablesTest {
    private static final JsonCodec CODEC = new JsonCodec();
    private static int constructed;

    @SuppressWarnings("serial") // its fields are what is tested
    static final class Declined extends Exception {
        private static final long serialVersionUID = 1L;

        final int code;
        final List<String> reasons;
        final transient Object connection = new Object();
        final Thread unsaveable = new Thread();

        Declined(int code, String... reasons) {
            super("declined with " + code);
            constructed++;
            this.code = code;
            this.reasons = new ArrayList<>(List.of(reasons));
        }
    }

    @Test
    void exception_comes_back_as_its_own_class_without_its_constructor() {
        var original = new Declined(51, "limit", "expired");
        original.initCause(new IOException("broken pipe", new IllegalStateException()));
        original.addSuppressed(new RuntimeException("while closing"));
        int before = constructed;

        var back = (Declined) again(original);

        assertThat(constructed).isEqualTo(before);
        assertThat(back).hasMessage("declined with 51").hasCauseExactlyInstanceOf(IOException.class);
        assertThat(back.code).isEqualTo(51);
        assertThat(back.reasons).containsExactly("limit", "expired");
        assertThat(back.connection).isNull();
        assertThat(back.unsaveable).isNull();
        assertThat(back).hasSuppressedException(new RuntimeException("while closing"));
        assertThat(back).rootCause().isInstanceOf(IllegalStateException.class).hasMessage(null);
        assertThat(back.getStackTrace()[0].getMethodName())
                .isEqualTo("exception_comes_back_as_its_own_class_without_its_constructor");
        assertThat(back.getStackTrace()[0].getLineNumber()).isPositive();
    }

    @Test
    void exceptions_of_the_library_and_errors_come_back() {
        var missed = (DeadlineExceeded) again(new DeadlineExceeded("too late", new IOException("slow")));
        assertThat(missed.finding()).isEqualTo(Finding.DEADLINE_EXCEEDED);
        assertThat(missed).hasMessage("perdure/deadline-exceeded: too late").hasRootCauseMessage("slow");
        assertThat(again(new StackOverflowError())).isExactlyInstanceOf(StackOverflowError.class);
    }

    @Test
    void exceptions_that_cause_each_other_end_somewhere() {
        var one = new RuntimeException("one");
        var other = new RuntimeException("other", one);
        one.initCause(other);
        assertThat(again(one)).hasMessage("one").cause().hasMessage("other");
    }

    @Test
    void exception_of_a_class_that_is_gone_is_not_replaced_by_another() {
        assertThatThrownBy(() -> read("{\"@\":\"gone.OutOfStock\",\"trace\":[]}"))
                .isInstanceOf(ExceptionNotRebuilt.class)
                .hasMessageContaining("gone.OutOfStock");
    }

    @Test
    void G15_class_that_is_no_exception_is_refused() {
        assertThatThrownBy(() -> read("{\"@\":\"java.lang.ProcessBuilder\",\"trace\":[]}"))
                .isInstanceOf(DataCorrupted.class)
                .hasMessageContaining("java.lang.ProcessBuilder");
    }

    private static Throwable again(Throwable original) {
        var out = new JsonWriter();
        CODEC.encode(Throwable.class, original, out);
        return read(out.toString());
    }

    private static Throwable read(String json) {
        var made = CODEC.decode(Throwable.class, Json.parse(json.getBytes(StandardCharsets.UTF_8)));
        if (made == null) throw new AssertionError();
        return (Throwable) made;
    }
}
