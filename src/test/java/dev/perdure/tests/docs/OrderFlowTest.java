package dev.perdure.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.Plain;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderFlowTest {
    private final Order order = new Order("7", List.of("tea", "cups"), Instant.EPOCH);
    private final Payments fakePayments = (order, key) -> "paid";
    private final Carrier fakeCarrier = line -> "label " + line;

    @Test
    void flow_runs_as_plain_java() throws CardDeclined {
        // snippet: plain
        Receipt receipt = Plain.call(() -> new OrderFlow(fakePayments, fakeCarrier).place(order));
        // end snippet
        assertThat(receipt).isEqualTo(new Receipt("7", "paid", List.of("label tea", "label cups")));
    }

    @Test
    void declined_card_is_not_retried() {
        var asked = new int[1];
        Payments declining = (order, key) -> {
            asked[0]++;
            throw new CardDeclined("4711");
        };
        assertThatThrownBy(() -> Plain.call(() -> new OrderFlow(declining, fakeCarrier).place(order)))
                .isInstanceOf(CardDeclined.class);
        assertThat(asked[0]).isOne();
    }

    @Test
    void readme_program_runs_and_runs_again(@TempDir Path folder) throws IOException, InterruptedException {
        var expected = "Receipt[order=42, charge=charge order-42-0, labels=[label tea, label cups]]";
        assertThat(run(folder)).contains(expected);
        assertThat(run(folder)).contains(expected);
    }

    private static String run(Path folder) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), "dev.perdure.tests.docs.OrderApp")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
