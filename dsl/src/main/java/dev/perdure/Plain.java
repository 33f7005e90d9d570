package dev.perdure;

import dev.perdure.spi.PlainRunner;
import dev.perdure.spi.Scope;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Runs a durable method as the plain Java that it is, for unit tests: no engine, no store, nothing recorded. Awaits run on
 * the spot, with their policies applied in memory; sleeps and the waits between attempts and polls take no time. Branches of a
 * group run one after the other. Undos run when the outermost method fails.
 *
 * <pre>{@code
 * var receipt = Plain.call(() -> new OrderFlow(fakePayments, fakeStock).place(order));
 * }</pre>
 *
 * <p>Needs {@code perdure-runtime} on the class path.
 */
public final class Plain {
    private Plain() {}

    /**
     * Runs a call plainly and returns its result.
     *
     * @throws X what the call throws
     */
    public static <T extends @Nullable Object, X extends Exception> T call(Call<T, X> call) throws X {
        var scope = newScope();
        var before = Scope.bind(scope);
        try {
            return call.call();
        } catch (Throwable failure) {
            scope.failed(failure);
            throw failure;
        } finally {
            Scope.bind(before);
        }
    }

    /**
     * Runs a call without a result plainly.
     *
     * @throws X what the call throws
     */
    @SuppressWarnings("NullAway") // a call without a result yields null
    public static <X extends Exception> void run(Action<X> action) throws X {
        Call<@Nullable Void, X> call = () -> {
            action.run();
            return null;
        };
        call(call);
    }

    private static Scope newScope() {
        return ServiceLoader.load(PlainRunner.class, Plain.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new NotDurable(
                        "Plain needs the runtime: put dev.perdure:perdure-runtime on the (test) class path"))
                .newScope();
    }
}
