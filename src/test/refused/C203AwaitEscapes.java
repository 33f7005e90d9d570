package refused;

import static dev.perdure.Perdure.await;

import dev.perdure.Await;
import dev.perdure.Durable;

/** An await is no value. */
public class C203AwaitEscapes {
    @Durable
    public int kept(int n) {
        var later = await(() -> n + 1); //! await-escapes
        return later.get(); //! await-escapes: later.get()
    }

    static int take(Await<Integer, RuntimeException> await) {
        return await.get();
    }

    @Durable
    public int passed(int n) {
        return take(await(() -> n + 1)); //! await-escapes
    }
}
