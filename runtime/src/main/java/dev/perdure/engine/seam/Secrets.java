package dev.perdure.engine.seam;

import java.security.SecureRandom;
import java.util.HexFormat;

/** The platform's secure chance. */
final class Secrets {
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final int BYTES = 20;

    private Secrets() {}

    static String next() {
        var bytes = new byte[BYTES];
        CHANCE.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
