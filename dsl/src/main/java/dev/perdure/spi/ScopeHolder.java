package dev.perdure.spi;

/** Keeps the thread's scope out of the public interface. */
final class ScopeHolder {
    static final ThreadLocal<Scope> CURRENT = new ThreadLocal<>();

    private ScopeHolder() {}
}
