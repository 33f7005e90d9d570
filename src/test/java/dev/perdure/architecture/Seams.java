package dev.perdure.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;

/** What the engine and the stores have to be given: time, sleep, chance and ids. */
final class Seams {
    /** The classes that touch the platform on behalf of everybody else. */
    static final Set<String> DOORS = Set.of(
            "engine.SystemClock",
            "engine.SystemIds",
            "engine.SystemExecutors",
            "engine.seam.Secrets",
            "local.SystemClock",
            "postgres.SystemClock");

    private static final Set<String> CLOCKS =
            Set.of("system", "systemUTC", "systemDefaultZone", "tickMillis", "tickSeconds", "tickMinutes");

    private static final Map<String, Set<String>> CALLS = Map.of(
            "java.lang.System", Set.of("currentTimeMillis", "nanoTime"),
            "java.lang.Thread", Set.of("sleep"),
            "java.lang.Math", Set.of("random"),
            "java.time.Clock", CLOCKS,
            "java.util.UUID", Set.of("randomUUID"),
            "java.util.concurrent.TimeUnit", Set.of("sleep"),
            "java.util.concurrent.locks.LockSupport", Set.of("parkNanos", "parkUntil"));

    private static final Set<String> RANDOMS = Set.of(
            "java.security.SecureRandom",
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.util.concurrent.ThreadLocalRandom");

    private Seams() {}

    static ArchRule engineAndStoresTakeNothingFromThePlatform(String root) {
        return classes()
                .that()
                .resideInAnyPackage(
                        root + ".engine..", root + ".store..", root + ".sql..", root + ".local..", root + ".postgres..")
                .should(takeNoTimeSleepChanceOrIdFromThePlatform(root))
                .because("a simulation has to be able to pass in all of them");
    }

    private static ArchCondition<JavaClass> takeNoTimeSleepChanceOrIdFromThePlatform(String root) {
        return new ArchCondition<>("take no time, sleep, chance or id from the platform") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (isDoor(type, root)) {
                    return;
                }
                // Accesses, not calls: a method reference is one too.
                type.getAccessesFromSelf().stream()
                        .filter(access -> isForbidden(access.getTarget()))
                        .map(JavaAccess::getDescription)
                        .forEach(description -> events.add(SimpleConditionEvent.violated(type, description)));
            }
        };
    }

    private static boolean isDoor(JavaClass type, String root) {
        var name = type.getName();
        return DOORS.stream()
                .map(door -> root + "." + door)
                .anyMatch(door -> name.equals(door) || name.startsWith(door + "$"));
    }

    private static boolean isForbidden(AccessTarget target) {
        var owner = target.getOwner().getName();
        return RANDOMS.contains(owner)
                || CALLS.getOrDefault(owner, Set.of()).contains(target.getName())
                || (owner.startsWith("java.time.") && target.getName().equals("now") && !takesClock(target));
    }

    private static boolean takesClock(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitAccessTarget unit
                && unit.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(java.time.Clock.class));
    }
}
