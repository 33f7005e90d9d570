package dev.perdure.bench;

import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.sleep;

import dev.perdure.Durable;
import java.time.Duration;
import java.util.ArrayList;

/** What is run while measuring. The steps do next to nothing, so that what remains is the engine and the store. */
public class BenchFlow {
    /** As much as a small order: what a run is started with and carries along. */
    static final String INPUT = "x".repeat(200);

    private final Steps steps;

    BenchFlow(Steps steps) {
        this.steps = steps;
    }

    /** A number of steps, one after the other, each fed with what came of the one before. */
    @Durable
    public long chain(int length, String input) {
        long sum = input.length();
        for (int i = 0; i < length; i++) {
            final long before = sum;
            sum = await(() -> steps.next(before)).get();
        }
        return sum;
    }

    /** The same under a retry policy. */
    @Durable
    public long retriedChain(int length, String input) {
        long sum = input.length();
        for (int i = 0; i < length; i++) {
            final long before = sum;
            sum = await(() -> steps.next(before)).withRetry(3).get();
        }
        return sum;
    }

    /** A loop that keeps every result. */
    @Durable
    public int collect(int length) {
        var results = new ArrayList<String>();
        for (int i = 0; i < length; i++) {
            final int index = i;
            results.add(await(() -> steps.result(index)).get());
        }
        return results.size();
    }

    /** Sleeps for a day. */
    @Durable
    public void sleeper(int number) {
        sleep(Duration.ofDays(1));
    }

    /** A hundred steps, each in a line of its own. */
    @Durable
    public long hundred(long first) {
        long sum = first;
        sum += await(() -> steps.next(1)).named("step 1").get();
        sum += await(() -> steps.next(2)).named("step 2").get();
        sum += await(() -> steps.next(3)).named("step 3").get();
        sum += await(() -> steps.next(4)).named("step 4").get();
        sum += await(() -> steps.next(5)).named("step 5").get();
        sum += await(() -> steps.next(6)).named("step 6").get();
        sum += await(() -> steps.next(7)).named("step 7").get();
        sum += await(() -> steps.next(8)).named("step 8").get();
        sum += await(() -> steps.next(9)).named("step 9").get();
        sum += await(() -> steps.next(10)).named("step 10").get();
        sum += await(() -> steps.next(11)).named("step 11").get();
        sum += await(() -> steps.next(12)).named("step 12").get();
        sum += await(() -> steps.next(13)).named("step 13").get();
        sum += await(() -> steps.next(14)).named("step 14").get();
        sum += await(() -> steps.next(15)).named("step 15").get();
        sum += await(() -> steps.next(16)).named("step 16").get();
        sum += await(() -> steps.next(17)).named("step 17").get();
        sum += await(() -> steps.next(18)).named("step 18").get();
        sum += await(() -> steps.next(19)).named("step 19").get();
        sum += await(() -> steps.next(20)).named("step 20").get();
        sum += await(() -> steps.next(21)).named("step 21").get();
        sum += await(() -> steps.next(22)).named("step 22").get();
        sum += await(() -> steps.next(23)).named("step 23").get();
        sum += await(() -> steps.next(24)).named("step 24").get();
        sum += await(() -> steps.next(25)).named("step 25").get();
        sum += await(() -> steps.next(26)).named("step 26").get();
        sum += await(() -> steps.next(27)).named("step 27").get();
        sum += await(() -> steps.next(28)).named("step 28").get();
        sum += await(() -> steps.next(29)).named("step 29").get();
        sum += await(() -> steps.next(30)).named("step 30").get();
        sum += await(() -> steps.next(31)).named("step 31").get();
        sum += await(() -> steps.next(32)).named("step 32").get();
        sum += await(() -> steps.next(33)).named("step 33").get();
        sum += await(() -> steps.next(34)).named("step 34").get();
        sum += await(() -> steps.next(35)).named("step 35").get();
        sum += await(() -> steps.next(36)).named("step 36").get();
        sum += await(() -> steps.next(37)).named("step 37").get();
        sum += await(() -> steps.next(38)).named("step 38").get();
        sum += await(() -> steps.next(39)).named("step 39").get();
        sum += await(() -> steps.next(40)).named("step 40").get();
        sum += await(() -> steps.next(41)).named("step 41").get();
        sum += await(() -> steps.next(42)).named("step 42").get();
        sum += await(() -> steps.next(43)).named("step 43").get();
        sum += await(() -> steps.next(44)).named("step 44").get();
        sum += await(() -> steps.next(45)).named("step 45").get();
        sum += await(() -> steps.next(46)).named("step 46").get();
        sum += await(() -> steps.next(47)).named("step 47").get();
        sum += await(() -> steps.next(48)).named("step 48").get();
        sum += await(() -> steps.next(49)).named("step 49").get();
        sum += await(() -> steps.next(50)).named("step 50").get();
        sum += await(() -> steps.next(51)).named("step 51").get();
        sum += await(() -> steps.next(52)).named("step 52").get();
        sum += await(() -> steps.next(53)).named("step 53").get();
        sum += await(() -> steps.next(54)).named("step 54").get();
        sum += await(() -> steps.next(55)).named("step 55").get();
        sum += await(() -> steps.next(56)).named("step 56").get();
        sum += await(() -> steps.next(57)).named("step 57").get();
        sum += await(() -> steps.next(58)).named("step 58").get();
        sum += await(() -> steps.next(59)).named("step 59").get();
        sum += await(() -> steps.next(60)).named("step 60").get();
        sum += await(() -> steps.next(61)).named("step 61").get();
        sum += await(() -> steps.next(62)).named("step 62").get();
        sum += await(() -> steps.next(63)).named("step 63").get();
        sum += await(() -> steps.next(64)).named("step 64").get();
        sum += await(() -> steps.next(65)).named("step 65").get();
        sum += await(() -> steps.next(66)).named("step 66").get();
        sum += await(() -> steps.next(67)).named("step 67").get();
        sum += await(() -> steps.next(68)).named("step 68").get();
        sum += await(() -> steps.next(69)).named("step 69").get();
        sum += await(() -> steps.next(70)).named("step 70").get();
        sum += await(() -> steps.next(71)).named("step 71").get();
        sum += await(() -> steps.next(72)).named("step 72").get();
        sum += await(() -> steps.next(73)).named("step 73").get();
        sum += await(() -> steps.next(74)).named("step 74").get();
        sum += await(() -> steps.next(75)).named("step 75").get();
        sum += await(() -> steps.next(76)).named("step 76").get();
        sum += await(() -> steps.next(77)).named("step 77").get();
        sum += await(() -> steps.next(78)).named("step 78").get();
        sum += await(() -> steps.next(79)).named("step 79").get();
        sum += await(() -> steps.next(80)).named("step 80").get();
        sum += await(() -> steps.next(81)).named("step 81").get();
        sum += await(() -> steps.next(82)).named("step 82").get();
        sum += await(() -> steps.next(83)).named("step 83").get();
        sum += await(() -> steps.next(84)).named("step 84").get();
        sum += await(() -> steps.next(85)).named("step 85").get();
        sum += await(() -> steps.next(86)).named("step 86").get();
        sum += await(() -> steps.next(87)).named("step 87").get();
        sum += await(() -> steps.next(88)).named("step 88").get();
        sum += await(() -> steps.next(89)).named("step 89").get();
        sum += await(() -> steps.next(90)).named("step 90").get();
        sum += await(() -> steps.next(91)).named("step 91").get();
        sum += await(() -> steps.next(92)).named("step 92").get();
        sum += await(() -> steps.next(93)).named("step 93").get();
        sum += await(() -> steps.next(94)).named("step 94").get();
        sum += await(() -> steps.next(95)).named("step 95").get();
        sum += await(() -> steps.next(96)).named("step 96").get();
        sum += await(() -> steps.next(97)).named("step 97").get();
        sum += await(() -> steps.next(98)).named("step 98").get();
        sum += await(() -> steps.next(99)).named("step 99").get();
        sum += await(() -> steps.next(100)).named("step 100").get();
        return sum;
    }

    /** The outside world. */
    interface Steps {
        /** A step of a chain. */
        default long next(long before) {
            return before + 1;
        }

        /** A result to collect. */
        default String result(int index) {
            return "result-" + index;
        }
    }
}
