package dev.perdure.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the product to the rules. That each rule can fail is shown by {@link PlantedViolationsTest}. */
final class ArchitectureTest {
    private static final JavaClasses PRODUCT = Module.importAll();

    @ParameterizedTest
    @EnumSource
    void every_module_is_seen(Module module) {
        assertThat(PRODUCT.that(module.classes())).isNotEmpty();
    }

    @Test
    void dsl_knows_only_the_jdk_and_jspecify() {
        hold(Arrows.dslKnowsOnlyTheJdkAndJSpecify(Module.DSL.classes()));
    }

    @Test
    void processor_knows_only_the_dsl() {
        hold(Arrows.processorKnowsOnlyTheDsl(Module.PROCESSOR.classes(), Module.DSL.classes()));
    }

    @Test
    void nothing_that_ships_knows_the_test_kit() {
        hold(Arrows.nothingThatShipsKnowsTheTestKit(Module.TESTKIT.classes()));
    }

    @Test
    void processor_keeps_to_exported_api() {
        hold(Arrows.processorKeepsToExportedApi(Module.PROCESSOR.classes()));
    }

    @ParameterizedTest
    @MethodSource("dev.perdure.architecture.Arrows#earlierRooms")
    void room_knows_no_later_one(String room) {
        hold(Arrows.roomKnowsNoLaterOne("dev.perdure", room));
    }

    @Test
    void runtime_has_no_other_room() {
        hold(Arrows.runtimeHasNoOtherRoom("dev.perdure", Module.RUNTIME.classes()));
    }

    @Test
    void packages_have_no_cycles() {
        hold(Arrows.packagesHaveNoCycles());
    }

    @Test
    void engine_and_stores_take_nothing_from_the_platform() {
        hold(Seams.engineAndStoresTakeNothingFromThePlatform("dev.perdure"));
    }

    @Test
    void every_package_is_null_marked() {
        hold(Manners.everyPackageIsNullMarked());
    }

    @Test
    void names_are_nouns() {
        hold(Manners.namesAreNouns());
    }

    private static void hold(ArchRule rule) {
        // A room may still be empty. That none is overlooked is every_module_is_seen.
        rule.allowEmptyShould(true).check(PRODUCT);
    }
}
