package words;

import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.runId;
import static dev.perdure.Perdure.sleep;
import static dev.perdure.Perdure.sleepUntil;
import static java.time.Duration.ofMillis;

import dev.perdure.Durable;
import dev.perdure.Job;
import dev.perdure.Perdure;
import dev.perdure.tests.harness.Bad;
import dev.perdure.tests.harness.Effects;
import java.time.Instant;
import java.util.List;

/** The words in every spelling. */
public class Words {
    private static final String NAME = "constant" + 1;

    private final Effects fx;

    Words(Effects fx) {
        this.fx = fx;
    }

    @Durable
    public String c920_statements_and_values(int n) throws Exception {
        await(() -> fx.num("ignored", n)).get();
        await(fx.log()::size).named(NAME).get();
        await(() -> {
                    fx.note("block", n);
                })
                .withRetry(2)
                .get();
        int a = await(() -> {
                    int local = n * 2;
                    return fx.num("value block", local);
                })
                .withTimeout(ofMillis(5_000))
                .withDeadline(ofMillis(50_000))
                .get();
        int b = Perdure.await(() -> fx.num("qualified", a)).get();
        int c = dev.perdure.Perdure.<Integer, RuntimeException>await(() -> fx.num("typed", b)).get();
        (await(() -> fx.num("brackets", c))).get();
        var text = (await(() -> fx.text("more brackets", "x")).get());
        for (; ; await(() -> fx.note("never")).get()) break;
        return text + a + b + c + runId().isEmpty();
    }

    @Durable
    public String c921_sleeps(int n) {
        sleep(ofMillis(n));
        await(() -> fx.note("a")).get();
        for (int i = 0; i < 2; i++) sleep(ofMillis(0));
        if (n > 2) Perdure.sleepUntil(Instant.EPOCH);
        else sleepUntil(Instant.EPOCH.plusSeconds(n));
        try {
            sleep(ofMillis(await(() -> fx.num("b", n)).get() - 3));
        } finally {
            sleep(ofMillis(1));
        }
        return "slept";
    }

    @Durable
    public String c922_fallback_and_retry(int n) throws Bad {
        int a = await(() -> fx.risky("a", n)).withFallback(-1).get();
        String b = await(() -> fx.text("b", "b")).named("b").withFallback("none").get().substring(0, 0);
        int c = await(() -> fx.shaky("c", n)).withFallback(a * 2).named("c").get();
        return a + b + c;
    }

    /** Done at once. */
    public record Ready(int value) implements Job<String> {
        @Override
        public boolean complete() {
            return true;
        }

        @Override
        public String get() {
            return "job" + value;
        }
    }

    @Durable
    public String c923_jobs(int n) {
        var text = await(new Ready(n)).get();
        var job = new Ready(await(() -> fx.num("a", n)).get());
        text += await(job).every(ofMillis(1), ofMillis(2)).named("second").get();
        return text + await(() -> fx.text("b", job.get())).get();
    }

    @Durable
    List<String> grown(List<String> list, String[] words) {
        list.add("in " + await(() -> fx.num("grown", list.size())).get());
        words[0] += "!";
        await(() -> fx.note("words", words[0])).get();
        list.add("out");
        return list;
    }

    @Durable
    public String c912_one_list_in_two_frames(int n) {
        var list = new java.util.ArrayList<String>();
        String[] words = {"w"};
        list.add("first" + n);
        var same = grown(list, words);
        await(() -> fx.note("between", list)).get();
        same.add("last");
        words[0] += grown(same, words).size();
        return list.toString() + (same == list) + words[0];
    }

    @Durable
    public String c924_nothing_awaited(int n) {
        return "n" + n;
    }

    @Durable
    public void c925_void_with_early_return(int n) throws Bad {
        if (n == 0) return;
        await(() -> fx.note("a", n)).get();
        if (n == 1) return;
        if (n == 2) throw new Bad("two");
        await(() -> fx.note("b", n)).get();
    }
}
