package refused;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;
import java.io.StringReader;

/** Case 94: a local that is used after an await and cannot be saved there. */
public class C094UnsaveableLive {
    @Durable
    public int run(int n) throws Exception {
        var reader = new StringReader("text" + n); //! unsaveable-local: reader, StringReader, first, line 13
        int x = await(() -> n + 1).named("first").get();
        return x + reader.read();
    }
}
