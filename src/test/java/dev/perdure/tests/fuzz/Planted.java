package dev.perdure.tests.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bugs that a compiler of durable methods could have, planted into the text of a machine: what it would have made if it had
 * the bug. A machine that has no place for the bug stays as it is.
 */
@SuppressWarnings("ImmutableEnumChecker") // patches are functions
public enum Planted {
    LOCAL_NOT_SAVED(
            "a local is missing from what is saved with an outcome",
            all("(layout\\.at\\(\"[^@][^\"]*\", \\d+, \\d+, \\d+, \"[^\"]*\", \")([^\"]*?) ?\\d+\"", "$1$2\"")),
    LOCAL_NOT_SAVED_BEFORE(
            "a local is missing from what is saved before a call",
            all("(layout\\.at\\(\"[^@][^\"]*\", \\d+, \\d+, \\d+, \")\\d+ ?", "$1")),
    ISSUED_AGAIN(
            "a resumed run stands before the await, not behind it",
            all("(layout\\.at\\(\"[^@][^\"]*\", \\d+, )(\\d+), \\d+", "$1$2, $2")),
    SAVED_TOO_NARROW(
            "a long is saved as an int, a double as a float",
            text -> replace(
                    replace(text, "= (\\$long\\(value\\));", "= (int) $1;"),
                    "= (\\$double\\(value\\));",
                    "= (float) $1;")),
    NULL_SAVED_AS_EMPTY(
            "a string that is null comes back empty",
            all("= (\\((?:java\\.lang\\.)?String\\) value);", "= java.util.Objects.requireNonNullElse($1, \"\");")),
    IDENTITY_LOST(
            "two locals that name one list come back as two lists",
            all("= (\\((?:java\\.util\\.)?List<[^;]*>\\) value);", "= dev.perdure.tests.fuzz.Planted.copy($1);")),
    HANDLERS_OFF_BY_ONE("the table of handlers is off by one", all("(HANDLERS = \\{)(.*), -?\\d+\\};", "$1-1, $2};")),
    HANDLERS_LOST(
            "an exception leaves the method past its handlers",
            first(
                    "HANDLERS = \\{(.*)\\};",
                    found -> "HANDLERS = {" + found.group(1).replaceAll("-?\\d+", "-1") + "};")),
    CATCH_NEVER_MATCHES(
            "the first catch clause never matches",
            once("if \\((this\\.\\$thrown instanceof .*)\\) \\{", "if (this.\\$state < 0 && ($1)) {")),
    CAUGHT_LOST(
            "the caught exception is not bound", all("(this\\.\\w+ = \\([\\w.]+\\)) this\\.\\$thrown;", "$1 null;")),
    FINALLY_SWALLOWS("an exception does not go on behind a finally", all("(this\\.\\w+\\$kind = )1;", "$10;")),
    FINALLY_SKIPPED("a return goes past the finally", Planted::finallySkipped),
    FINALLY_TWICE("a finally runs twice", Planted::finallyTwice),
    RETURN_VALUE_LOST(
            "a return through a finally loses its value",
            all("this\\.\\$return\\(this\\.\\w+\\$value\\)", "this.\\$return(null)")),
    OPERANDS_SWAPPED(
            "two operands are evaluated in the wrong order",
            all("(this\\.(\\w+\\$)0 = .*;.*\\n)(\\s*this\\.\\2(?:1) = .*;.*\\n)", "$3$1")),
    SPILL_DROPPED("a local is read behind the await, not before it", Planted::spillDropped),
    NARROWED_TOO_FAR(
            "a compound assignment narrows too far",
            text -> replace(
                    replace(text, "(this\\.v\\d+ = )\\(int\\) \\(", "$1(int) (byte) ("),
                    "(this\\.v\\d+ = )\\((long|double|float)\\) \\(",
                    "$1($2) (int) (")),
    COMPOUND_FORGETS(
            "a compound assignment forgets the old value",
            all("(this\\.(v\\d+) = \\(\\w+\\) \\()this\\.\\2 \\+ \\(", "$1(")),
    CONDITION_IGNORED(
            "a condition with an await in it is ignored",
            all("(this\\.\\$state = [^\\n;]*\\$take\\(\\)[^\\n;]* \\? )(\\d+) : \\d+;", "$1$2 : $2;")),
    SHORT_CIRCUIT_IGNORED(
            "what stands behind a condition is evaluated always",
            once("(this\\.\\$state = [^\\n;]* \\? )(\\d+) : (\\d+);", "$1$3 : $3;")),
    ARRAY_LOOP_SKIPS(
            "the walk over an array skips elements",
            all("(this\\.\\w+\\$index = this\\.\\w+\\$index) \\+ 1;", "$1 + 2;")),
    LIST_LOOP_SKIPS(
            "the walk over a list skips elements",
            all("(this\\.\\w+\\$rest)\\.remove\\(\\)", "dev.perdure.tests.fuzz.Planted.second($1)")),
    ARMS_SWAPPED(
            "two arms of a switch are swapped",
            all("(this\\.\\$state = switch \\(.*\\{ case .*? -> )(\\d+)(; case .*? -> )(\\d+);", "$1$4$3$2;")),
    RESULT_LOST(
            "the value of one branch of an expression is lost",
            once("this\\.\\w+\\$0 = this\\.<[^\\n]*>\\$take\\(\\);(?=[^\\n]*\\n\\s*this\\.\\$state = \\d+;\\n)", "")),
    JUMP_LOST(
            "a jump out of a copied statement is lost",
            once("(if \\(.*\\) )\\{ this\\.\\$state = \\d+; continue \\$; \\}", "$1{ }"));

    /** What is wrong. */
    final String what;

    private final UnaryOperator<String> patch;

    Planted(String what, UnaryOperator<String> patch) {
        this.what = what;
        this.patch = patch;
    }

    /** The machine with the bug. */
    String plant(String machine) {
        return patch.apply(machine);
    }

    /** Called by machines with a planted bug. */
    public static <T extends @Nullable Object> @Nullable List<T> copy(@Nullable List<T> list) {
        return list == null ? null : new ArrayList<>(list);
    }

    /** The same. */
    public static <T extends @Nullable Object> T second(Queue<T> rest) {
        var first = rest.remove();
        return rest.isEmpty() ? first : rest.remove();
    }

    private static UnaryOperator<String> all(String pattern, String replacement) {
        return text -> replace(text, pattern, replacement);
    }

    private static UnaryOperator<String> once(String pattern, String replacement) {
        var compiled = Pattern.compile(pattern);
        return text -> compiled.matcher(text).replaceFirst(replacement);
    }

    private static UnaryOperator<String> first(String pattern, Function<MatchResult, String> replacement) {
        var compiled = Pattern.compile(pattern);
        return text -> compiled.matcher(text).replaceFirst(found -> Matcher.quoteReplacement(replacement.apply(found)));
    }

    private static String replace(String text, String pattern, String replacement) {
        return Pattern.compile(pattern).matcher(text).replaceAll(replacement);
    }

    /** Behind a finally that was entered normally the way leads to its beginning, once. */
    private static String finallyTwice(String text) {
        var entry = Pattern.compile("this\\.([\\w$]+\\$kind) = 0;[^\\n]*\\n(?:[^\\n]*(?:thrown|value) = [^\\n]*\\n)+?"
                        + "\\s*this\\.\\$state = (\\d+);")
                .matcher(text);
        if (!entry.find()) return text;
        var kind = "this." + entry.group(1);
        var dispatch = "this.$state = switch (" + kind + ")";
        var again = "if (" + kind + " == 0) { " + kind + " = 1000; this.$state = " + entry.group(2)
                + "; continue $; }\n" + "if (" + kind + " == 1000) " + kind + " = 0;\n";
        return text.replace(dispatch, again + dispatch);
    }

    /** What jumps to a finally with a return goes where the finally would send it. */
    private static String finallySkipped(String text) {
        var dispatch = Pattern.compile("switch \\(this\\.([\\w$]+)\\$kind\\) \\{([^}]*)\\}")
                .matcher(text);
        while (dispatch.find()) {
            var sends = Pattern.compile("default -> (\\d+);").matcher(dispatch.group(2));
            if (!sends.find()) continue;
            var field = "this\\." + Pattern.quote(dispatch.group(1)) + "\\$";
            var then = ";(?: // :\\d+)?\\s*";
            var skipped = replace(
                    text,
                    "(" + field + "value = [^\\n]*?" + then + field + "kind = \\d+" + then + field + "thrown = null"
                            + then + "this\\.\\$state = )\\d+;",
                    "$1" + sends.group(1) + ";");
            if (!skipped.equals(text)) return skipped;
        }
        return text;
    }

    /** The copy of a local that was made before an await is made nowhere, and the local is read instead. */
    private static String spillDropped(String text) {
        var result = text;
        var spills = Pattern.compile("this\\.(\\w+\\$\\d+) = (this\\.v\\d+);")
                .matcher(text)
                .results()
                .toList();
        for (var spill : new ArrayList<>(Collections.unmodifiableList(spills)))
            result = result.replace(spill.group(), "")
                    .replaceAll(
                            "this\\." + Pattern.quote(spill.group(1)) + "(?![\\w$])(?! =)",
                            Matcher.quoteReplacement(spill.group(2)));
        return result;
    }
}
