package dev.perdure.spi;

/** Makes the scope in which {@link dev.perdure.Plain} runs a method; provided by the runtime through {@link java.util.ServiceLoader}. */
public interface PlainRunner {
    /** A fresh scope that runs awaits in memory, with their policies and without waiting. */
    Scope newScope();
}
