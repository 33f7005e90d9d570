package refused;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/** Case 95: what lives in this process only. */
public class C095StreamLambdaThread {
    @Durable
    public long stream(int n) {
        Stream<Integer> stream = List.of(1, n).stream(); //! unsaveable-local: stream, Stream, one, line 15
        int x = await(() -> n + 1).named("one").get();
        return x + stream.count();
    }

    @Durable
    public int lambda(int n) {
        IntSupplier supplier = () -> n * 2; //! unsaveable-local: supplier, IntSupplier, two, line 22
        int x = await(() -> n + 1).named("two").get();
        return x + supplier.getAsInt();
    }

    @Durable
    public String thread(int n) {
        Thread thread = Thread.currentThread(); //! unsaveable-local: thread, Thread, three, line 29
        await(() -> n + 1).named("three").get();
        return thread.getName();
    }

    @Durable
    public String untyped(int n) {
        Object anything = n; //! unsaveable-local: anything, Object, four, line 36
        await(() -> n + 1).named("four").get();
        return anything.toString();
    }

    @Durable
    public String iterator(int n) {
        var iterator = List.of("a", "b").iterator(); //! unsaveable-local: iterator, Iterator, five, line 46
        var text = "";
        while (iterator.hasNext()) {
            var next = iterator.next();
            text += await(() -> next + n).named("five").get();
        }
        return text;
    }
}
