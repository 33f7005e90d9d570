package dev.perdure.engine;

import dev.perdure.CallbackRejected;
import dev.perdure.engine.checkpoint.Saved;
import dev.perdure.engine.checkpoint.Saved.SavedStrand;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * Callback tokens: the run's id and a secret.
 *
 * @param run the run's id
 * @param hash of the secret
 */
record Tokens(String run, String hash) {
    /** How the names of the signals begin that complete tokens. */
    static final String LETTER = "@callback/";

    /** The token of a secret. */
    static String token(String run, String secret) {
        var id = run.getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id) + "." + secret;
    }

    /** Takes a token apart. */
    static Tokens parse(String token) {
        int dot = token.indexOf('.');
        try {
            if (dot > 0 && dot < token.length() - 1) {
                var id = new String(Base64.getUrlDecoder().decode(token.substring(0, dot)), StandardCharsets.UTF_8);
                return new Tokens(id, hash(token.substring(dot + 1)));
            }
        } catch (IllegalArgumentException malformed) {
            // said below, without the token
        }
        throw new CallbackRejected("this is no callback token");
    }

    /** What is stored of a secret. */
    static String hash(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }

    /** The name of the signal that completes a token of this hash. */
    static String letter(String hash) {
        return LETTER + hash;
    }

    /** Whether a run waits for this token; takes the same time wherever the hashes differ. */
    boolean isAwaited(Saved saved) {
        var hashes = new ArrayList<String>();
        collect(saved.main(), hashes);
        for (String letter : saved.main().letters())
            if (letter.startsWith(LETTER)) hashes.add(letter.substring(LETTER.length()));
        boolean found = false;
        for (String known : hashes)
            found |= MessageDigest.isEqual(
                    known.getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
        return found;
    }

    private static void collect(SavedStrand strand, List<String> hashes) {
        if (strand.tries() != null) hashes.addAll(strand.tries().tokens());
        if (strand.group() != null) strand.group().open().values().forEach(branch -> collect(branch, hashes));
    }
}
