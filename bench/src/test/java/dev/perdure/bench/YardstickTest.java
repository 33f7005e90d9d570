package dev.perdure.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class YardstickTest {
    @TempDir
    Path folder;

    @Test
    void every_acknowledged_record_is_in_the_file_in_order_and_whole() throws Exception {
        var file = folder.resolve("log");
        var acknowledged = new CountDownLatch(1000);
        var log = AppendLog.create(file, Runnable::run);
        for (int i = 0; i < 1000; i++)
            log.append("key", ("record " + i).getBytes(StandardCharsets.UTF_8), acknowledged::countDown);
        acknowledged.await();
        log.close();

        var records = read(file);
        assertThat(records).hasSize(1000).startsWith("record 0", "record 1").endsWith("record 999");
        assertThat(log.syncs()).as("batches share a sync").isBetween(1L, 1000L);
    }

    @Test
    void records_larger_than_the_buffer_are_written_too() throws Exception {
        var file = folder.resolve("log");
        try (var log = AppendLog.create(file, Runnable::run)) {
            log.append("key", "x".repeat(300_000).getBytes(StandardCharsets.UTF_8), () -> {});
        }

        assertThat(read(file)).hasSize(1).allMatch(record -> record.length() == 300_000);
    }

    @Test
    void the_yardstick_measures_and_leaves_no_file() throws Exception {
        assertThat(Yardstick.commitsPerSecond(folder, 4, Duration.ZERO, Duration.ofMillis(50)))
                .isPositive();
        assertThat(Yardstick.fdatasyncMicros(folder, 5)).isPositive();
        assertThat(folder).isEmptyDirectory();
    }

    private static List<String> read(Path file) throws IOException {
        var bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        var records = new ArrayList<String>();
        while (bytes.hasRemaining()) {
            var record = new byte[bytes.getInt()];
            var crc = bytes.getInt();
            bytes.get(record);
            var check = new CRC32();
            check.update(record);
            assertThat(crc).isEqualTo((int) check.getValue());
            records.add(new String(record, StandardCharsets.UTF_8));
        }
        return records;
    }
}
