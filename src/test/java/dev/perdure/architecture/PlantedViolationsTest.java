package dev.perdure.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule finds what was planted against it, and nothing else. */
final class PlantedViolationsTest {
    private static final String ROOT = "dev.perdure.architecture.planted";
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(ROOT);

    @Test
    void dsl_rule_finds_libraries_and_other_modules_of_the_jdk() {
        var found = violations(Arrows.dslKnowsOnlyTheJdkAndJSpecify(planted("dsl")));

        assertThat(found).anyMatch(text -> text.contains("<org.slf4j.Logger>"));
        assertThat(found).anyMatch(text -> text.contains("<javax.xml.namespace.QName>"));
        assertThat(found).noneMatch(text -> text.contains("dsl.Clean"));
    }

    @Test
    void processor_rule_finds_the_runtime_and_allows_the_dsl() {
        var found = violations(Arrows.processorKnowsOnlyTheDsl(planted("processor"), planted("dsl")));

        assertThat(found).isNotEmpty().allMatch(text -> text.contains("machine.KnowsCodec"));
    }

    @Test
    void exported_api_rule_finds_javac_and_allows_its_trees() {
        var found = violations(Arrows.processorKeepsToExportedApi(planted("processor")));

        assertThat(found).isNotEmpty().allMatch(text -> text.contains("com.sun.tools.javac.Main"));
    }

    @ParameterizedTest
    @MethodSource("dev.perdure.architecture.Arrows#earlierRooms")
    void room_rule_finds_a_later_room(String room) {
        var found = violations(Arrows.roomKnowsNoLaterOne(ROOT, room));

        assertThat(found).isNotEmpty().allMatch(text -> text.contains(ROOT + "." + room + ".Knows"));
    }

    @Test
    void room_rule_finds_a_room_outside_the_row() {
        var found = violations(Arrows.runtimeHasNoOtherRoom(ROOT, resideInAPackage(ROOT + "..")));

        assertThat(found).anyMatch(text -> text.contains(".cycle.left.Left"));
        assertThat(found).noneMatch(text -> text.contains("<" + ROOT + ".machine."));
    }

    @Test
    void cycle_rule_finds_the_cycle() {
        var found = violations(Arrows.packagesHaveNoCycles());

        assertThat(found).singleElement().asString().contains("cycle.left", "cycle.right");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "currentTimeMillis()",
                "nanoTime()",
                "methodReference()",
                "lambda()",
                "instant()",
                "date()",
                "clock()",
                "threadSleep()",
                "unitSleep()",
                "parkNanos()",
                "parkUntil()",
                "uuid()",
                "mathRandom()",
                "random()",
                "splittable()",
                "secure()",
                "threadLocal()"
            })
    void seam_rule_finds(String method) {
        assertThat(seamViolations()).anyMatch(text -> text.contains(".TakesFromThePlatform." + method));
    }

    @Test
    void seam_rule_allows_a_clock_that_is_passed_in() {
        assertThat(seamViolations()).noneMatch(text -> text.contains("allowed("));
    }

    @Test
    void seam_rule_allows_the_doors_of_the_engine_and_of_nobody_else() {
        assertThat(seamViolations())
                .anyMatch(text -> text.contains(ROOT + ".store.SystemClock"))
                .noneMatch(text -> text.contains(ROOT + ".engine.SystemClock"));
    }

    @Test
    void null_mark_rule_finds_an_unmarked_package() {
        assertThat(violations(Manners.everyPackageIsNullMarked())).anyMatch(text -> text.contains("local.Last"));
    }

    @Test
    void name_rule_finds_a_manager() {
        assertThat(violations(Manners.namesAreNouns()))
                .singleElement()
                .asString()
                .contains("ConnectionManager");
    }

    private static List<String> seamViolations() {
        return violations(Seams.engineAndStoresTakeNothingFromThePlatform(ROOT));
    }

    private static DescribedPredicate<JavaClass> planted(String room) {
        return resideInAPackage(ROOT + "." + room + "..");
    }

    private static List<String> violations(ArchRule rule) {
        return rule.evaluate(PLANTED).getFailureReport().getDetails();
    }
}
