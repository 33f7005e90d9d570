package dev.perdure.samples.trip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.samples.Book;
import dev.perdure.samples.Killed;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TripAppTest {
    private static final int TRIPS = 30;

    @TempDir
    Path folder;

    @Test
    void what_was_booked_of_a_trip_without_a_car_is_taken_back_though_the_process_is_killed() throws Exception {
        var lines = new Killed(folder, TripApp.class, "trips=" + TRIPS)
                .linesAfter(line -> line.startsWith("trip-1 ")).stream()
                        .filter(line -> line.startsWith("trip-"))
                        .toList();

        assertThat(lines).hasSize(TRIPS);
        var expected = new HashSet<String>();
        for (int i = 3; i <= TRIPS; i += 3) expected.addAll(java.util.List.of("flight/trip-" + i, "hotel/trip-" + i));
        assertThat(Book.read(folder.resolve("cancelled")))
                .extracting(line -> line.get(0))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(Book.read(folder.resolve("booked")))
                .extracting(line -> line.get(1))
                .doesNotHaveDuplicates();
        assertThat(lines.stream().filter(line -> line.contains("sold out"))).hasSize(TRIPS / 3);
    }
}
