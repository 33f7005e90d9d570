package dev.perdure.processor.read;

import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Which packages a class's module sees. Only the outer compiler can tell: to the second one all is one module. */
final class Exports {
    private final Map<String, Boolean> known = new HashMap<>();
    private final Elements outer;
    private final Object lock;

    /** @param lock held by whoever asks the outer compiler */
    Exports(Elements outer, Object lock) {
        this.outer = outer;
        this.lock = lock;
    }

    /**
     * Whether code of a class's module may name what is public in a package. The module's own look at the package says more
     * than what the other one declares to export: it knows what is required, and what options add.
     */
    boolean sees(TypeElement from, String packageName) {
        synchronized (lock) {
            var module = module(from);
            if (module == null) return true;
            return known.computeIfAbsent(
                    module.getQualifiedName() + "/" + packageName,
                    key -> outer.getPackageElement(module, packageName) != null);
        }
    }

    /** The module of a class, in words. */
    String name(TypeElement from) {
        synchronized (lock) {
            var module = module(from);
            return module == null || module.isUnnamed() ? "the class path" : "the module " + module.getQualifiedName();
        }
    }

    private @Nullable ModuleElement module(TypeElement type) {
        var found = outer.getTypeElement(type.getQualifiedName());
        return found == null ? null : outer.getModuleOf(found);
    }
}
