package dev.perdure.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;

/** Who may know whom. */
final class Arrows {
    /** The rooms of the runtime, and the stores beside it: each may know those before it. */
    static final List<String> ROOMS = List.of("machine", "codec", "store", "engine", "sql", "local", "postgres");

    private Arrows() {}

    static ArchRule dslKnowsOnlyTheJdkAndJSpecify(DescribedPredicate<JavaClass> dsl) {
        return classes()
                .that(dsl)
                .should()
                .onlyDependOnClassesThat(dsl.or(inJavaBase())
                        .or(resideInAPackage("java.sql").forSubtype())
                        .or(resideInAPackage("org.jspecify.annotations").forSubtype()))
                .because(
                        "tx hands out a connection; whatever else the DSL depends on is forced on all code that names a durable method");
    }

    static ArchRule processorKnowsOnlyTheDsl(
            DescribedPredicate<JavaClass> processor, DescribedPredicate<JavaClass> dsl) {
        return classes()
                .that(processor)
                .should()
                .onlyDependOnClassesThat(processor.or(dsl).or(not(resideInAPackage("dev.perdure.."))))
                .because("the processor runs in the compiler, where there is no runtime");
    }

    static ArchRule nothingThatShipsKnowsTheTestKit(DescribedPredicate<JavaClass> testKit) {
        return noClasses()
                .that(not(testKit).and(resideInAPackage("dev.perdure..")))
                .should()
                .dependOnClassesThat(testKit)
                .because("what is for tests brings JUnit and AssertJ with it");
    }

    static ArchRule processorKeepsToExportedApi(DescribedPredicate<JavaClass> processor) {
        return noClasses()
                .that(processor)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.sun.tools..", "sun..", "jdk.internal..")
                .because("no user shall have to open the compiler to us");
    }

    static ArchRule roomKnowsNoLaterOne(String root, String room) {
        var later = ROOMS.subList(ROOMS.indexOf(room) + 1, ROOMS.size());
        return noClasses()
                .that()
                .resideInAPackage(root + "." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packagesOf(root, later))
                .because("the rooms stand in one row: " + String.join(" <- ", ROOMS));
    }

    static ArchRule runtimeHasNoOtherRoom(String root, DescribedPredicate<JavaClass> runtime) {
        return classes()
                .that(runtime)
                .should()
                .resideInAnyPackage(packagesOf(root, ROOMS))
                .because("a room that is missing in the row is held to no order");
    }

    static ArchRule packagesHaveNoCycles() {
        return SlicesRuleDefinition.slices()
                .assignedFrom(new PackageSlices())
                .should()
                .beFreeOfCycles();
    }

    /** The rooms that have a later one. */
    static List<String> earlierRooms() {
        return ROOMS.subList(0, ROOMS.size() - 1);
    }

    private static String[] packagesOf(String root, List<String> rooms) {
        return rooms.stream().map(room -> root + "." + room + "..").toArray(String[]::new);
    }

    private static DescribedPredicate<JavaClass> inJavaBase() {
        var packages = Object.class.getModule().getPackages();
        return DescribedPredicate.describe("classes of java.base", type -> {
            var name = type.getBaseComponentType().getPackageName();
            return name.startsWith("java.") && packages.contains(name);
        });
    }

    /** Every package is a slice, but for the SPI of the DSL: the words and what they are made of are one room. */
    private static final class PackageSlices implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            var name = type.getPackageName();
            return SliceIdentifier.of(name.equals("dev.perdure.spi") ? "dev.perdure" : name);
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
