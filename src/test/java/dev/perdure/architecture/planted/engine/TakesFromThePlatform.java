package dev.perdure.architecture.planted.engine;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** Takes time, sleep, chance and ids in every forbidden way, one method each. */
public final class TakesFromThePlatform {
    private TakesFromThePlatform() {}

    static long currentTimeMillis() {
        return System.currentTimeMillis();
    }

    static long nanoTime() {
        return System.nanoTime();
    }

    static LongSupplier methodReference() {
        return System::nanoTime;
    }

    static LongSupplier lambda() {
        return () -> System.nanoTime() + 1;
    }

    static Instant instant() {
        return Instant.now();
    }

    static LocalDate date() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    static Clock clock() {
        return Clock.systemUTC();
    }

    static void threadSleep() throws InterruptedException {
        Thread.sleep(1);
    }

    static void unitSleep() throws InterruptedException {
        TimeUnit.SECONDS.sleep(1);
    }

    static void parkNanos() {
        LockSupport.parkNanos(1);
    }

    static void parkUntil() {
        LockSupport.parkUntil(1);
    }

    static UUID uuid() {
        return UUID.randomUUID();
    }

    static double mathRandom() {
        return Math.random();
    }

    static Random random() {
        return new Random();
    }

    static SplittableRandom splittable() {
        return new SplittableRandom();
    }

    static SecureRandom secure() {
        return new SecureRandom();
    }

    static int threadLocal() {
        return ThreadLocalRandom.current().nextInt();
    }

    static Instant allowed(Clock passedIn) {
        return Instant.now(passedIn);
    }
}
