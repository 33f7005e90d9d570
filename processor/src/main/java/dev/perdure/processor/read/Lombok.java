package dev.perdure.processor.read;

import java.lang.reflect.Constructor;
import java.util.List;
import javax.annotation.processing.Processor;
import org.jspecify.annotations.Nullable;

/**
 * Lombok, where it works beside us. It adds members to the trees of the compiler that runs it, and to no others: so the
 * second compiler has to run it too.
 */
final class Lombok {
    private static final String PROCESSOR = "lombok.launch.AnnotationProcessorHider$AnnotationProcessor";
    static final String PACKAGE = "lombok";

    private Lombok() {}

    /** Whether it is on the same path as we are. */
    static boolean isThere() {
        return constructor() != null;
    }

    /** A fresh instance of its processor, from the same path as ours; none where it is not there. */
    static List<Processor> processor() {
        var constructor = constructor();
        if (constructor == null) return List.of();
        try {
            constructor.setAccessible(true);
            return List.of(constructor.newInstance());
        } catch (ReflectiveOperationException | RuntimeException e) {
            return List.of();
        }
    }

    private static @Nullable Constructor<? extends Processor> constructor() {
        try {
            return Class.forName(PROCESSOR, true, Lombok.class.getClassLoader())
                    .asSubclass(Processor.class)
                    .getDeclaredConstructor();
        } catch (ReflectiveOperationException | LinkageError e) {
            return null;
        }
    }
}
