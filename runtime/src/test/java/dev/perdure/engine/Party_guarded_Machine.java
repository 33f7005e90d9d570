package dev.perdure.engine;

import static dev.perdure.Perdure.await;

import dev.perdure.machine.Layout;
import java.time.Duration;

/** {@link Party#guarded}. */
final class Party_guarded_Machine extends TableFrame {
    static final Layout LAYOUT = Layout.of(
                    2, Party.class, "dev.perdure.engine.Party.guarded()", "Party.java", Party_guarded_Machine::new)
            .point("@start", 1, 0, 0, null, new int[] {}, void.class)
            .point("guarded", 2, 0, 1, new int[] {}, new int[] {}, String.class)
            .returns(String.class)
            .build();

    @Override
    public Layout layout() {
        return LAYOUT;
    }

    @Override
    protected int $run() throws Throwable {
        Party self = host();
        if ($state == 1) return $return(this.<String>$take());
        return $await(
                1,
                await(() -> self.desk.call("guarded"))
                        .withRetry(r -> r.attempts(4).delay(Duration.ofSeconds(5)))
                        .withCircuitBreaker("bank")
                        .withBulkhead("bank")
                        .named("guarded"));
    }
}
