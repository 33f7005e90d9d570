package refused;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;
import java.util.stream.Stream;

/** What is awaited is recorded, so it must be saveable. */
public class C209UnsaveableResult {
    @Durable
    public long run(int n) {
        return await(() -> Stream.of(n)).get().count(); //! unsaveable-result: Stream
    }
}
