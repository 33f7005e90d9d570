package dev.perdure.samples.transcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class WaveTest {
    @Test
    void a_rendition_has_half_the_samples_bytes_and_says_what_it_is() throws Exception {
        var linear = Wave.tone(440, 0.25);
        var ulaw = Wave.toUlaw(linear);

        assertThat(ulaw).hasSize(44 + (linear.length - 44) / 2);
        assertThat(ulaw[20]).isEqualTo((byte) 7);
        assertThat(ulaw[34]).isEqualTo((byte) 8);
    }

    @Test
    void samples_are_coded_as_the_standard_says() throws Exception {
        assertThat(codeOf((short) 0)).isEqualTo(0xff);
        assertThat(codeOf(Short.MAX_VALUE)).isEqualTo(0x80);
        assertThat(codeOf(Short.MIN_VALUE)).isEqualTo(0x00);
        assertThat(codeOf((short) 1000)).isEqualTo(0xce);
        assertThat(codeOf((short) -1000)).isEqualTo(0x4e);
    }

    @Test
    void what_is_no_linear_wave_is_refused() {
        assertThatThrownBy(() -> Wave.toUlaw(Wave.toUlaw(Wave.tone(440, 0.01))))
                .hasMessage("not a 16-bit linear WAV file");
        assertThatThrownBy(() -> Wave.toUlaw(new byte[3])).hasMessage("not a 16-bit linear WAV file");
    }

    private static int codeOf(short sample) throws Exception {
        var file = Wave.tone(0, 1.0 / 8000);
        file[44] = (byte) sample;
        file[45] = (byte) (sample >> 8);
        return Wave.toUlaw(file)[44] & 0xff;
    }
}
