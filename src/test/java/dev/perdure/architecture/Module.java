package dev.perdure.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.regex.Pattern;

/** The published modules, told apart by where a class was read from: packages do not say it. */
enum Module {
    DSL("dsl"),
    RUNTIME("runtime"),
    PROCESSOR("processor"),
    TESTKIT("testkit"),
    POSTGRES("postgres");

    private final String directory;
    private final Pattern place;

    Module(String directory) {
        this.directory = directory;
        this.place =
                Pattern.compile(".*/(%1$s/target/(.+/)?classes|perdure-%1$s-[^/]+\\.jar!)/.*".formatted(directory));
    }

    /** All classes of all modules, without tests. */
    static JavaClasses importAll() {
        return new ClassFileImporter()
                .withImportOption(location -> !location.contains("/test-classes/") && !location.contains("-tests.jar"))
                .importPackages("dev.perdure");
    }

    DescribedPredicate<JavaClass> classes() {
        // An array has no source of its own: it belongs where its elements do.
        return DescribedPredicate.describe(
                "classes of " + directory,
                type -> type.getBaseComponentType()
                        .getSource()
                        .map(source -> place.matcher(source.getUri().toString()).matches())
                        .orElse(false));
    }
}
