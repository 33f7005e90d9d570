package dev.perdure.tests.fuzz;

/** What a program opens and closes; at times closing it fails. */
public record Held(int number) implements AutoCloseable {
    @Override
    public void close() {
        if (Math.floorMod(number, 5) == 3) throw new IllegalStateException("held " + number);
    }
}
