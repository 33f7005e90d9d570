package dev.perdure;

import org.jspecify.annotations.Nullable;

/**
 * The root of everything Perdure throws. The message starts with the slug of its {@link Finding}, names the place and the
 * offending value, and says what to do.
 */
public class PerdureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Finding finding;

    /** An exception of this finding; the message is the text behind the slug. */
    public PerdureException(Finding finding, String message) {
        this(finding, message, null);
    }

    /** An exception of this finding with a cause. */
    public PerdureException(Finding finding, String message, @Nullable Throwable cause) {
        super(finding.slug() + ": " + message, cause);
        this.finding = finding;
    }

    /** Which entry of the catalogue this is. */
    public final Finding finding() {
        return finding;
    }
}
