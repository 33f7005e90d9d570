package dev.perdure.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkersTest {
    private static final int MOST = 4;

    private final Workers workers = new Workers(MOST);

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void every_task_is_done_once_however_many_bring_them() throws InterruptedException {
        int bringers = 8;
        int each = 2_000;
        var done = new AtomicInteger();
        var all = new CountDownLatch(bringers * each);
        for (int i = 0; i < bringers; i++)
            new Thread(() -> {
                        for (int n = 0; n < each; n++)
                            workers.execute(() -> {
                                done.incrementAndGet();
                                all.countDown();
                            });
                    })
                    .start();
        all.await();
        assertThat(done).hasValue(bringers * each);
    }

    @Test
    void task_that_comes_when_all_rest_wakes_one() throws InterruptedException {
        for (int i = 0; i < 2_000; i++) {
            var done = new CountDownLatch(1);
            workers.execute(done::countDown);
            done.await();
        }
    }

    @Test
    void tasks_that_block_hold_up_no_others_while_there_are_threads() throws InterruptedException {
        var release = new CountDownLatch(1);
        var blocked = new CountDownLatch(MOST - 1);
        for (int i = 0; i < MOST - 1; i++)
            workers.execute(() -> {
                blocked.countDown();
                await(release);
            });
        var others = new CountDownLatch(100);
        for (int i = 0; i < 100; i++) workers.execute(others::countDown);
        blocked.await();
        others.await();
        release.countDown();
    }

    @Test
    void no_more_tasks_than_threads_are_under_way_and_the_rest_follow() throws InterruptedException {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        var release = new CountDownLatch(1);
        var begun = new CountDownLatch(MOST);
        var all = new CountDownLatch(MOST * 5);
        for (int i = 0; i < MOST * 5; i++)
            workers.execute(() -> {
                threads.add(Thread.currentThread());
                begun.countDown();
                await(release);
                all.countDown();
            });
        begun.await();
        assertThat(threads).hasSize(MOST);
        release.countDown();
        all.await();
        assertThat(threads).hasSize(MOST);
    }

    @Test
    void failure_of_a_task_reaches_the_handler_and_no_other_task() throws InterruptedException {
        var heard = new CountDownLatch(1);
        workers.execute(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> heard.countDown());
            throw new IllegalStateException("on purpose");
        });
        heard.await();
        var next = new CountDownLatch(1);
        workers.execute(next::countDown);
        next.await();
    }

    @Test
    void interrupt_that_was_meant_for_a_task_does_not_outlive_it() throws InterruptedException {
        var interrupted = new AtomicInteger();
        var all = new CountDownLatch(200);
        for (int i = 0; i < 100; i++) {
            workers.execute(() -> {
                Thread.currentThread().interrupt();
                all.countDown();
            });
            workers.execute(() -> {
                if (Thread.currentThread().isInterrupted()) interrupted.incrementAndGet();
                all.countDown();
            });
        }
        all.await();
        assertThat(interrupted).hasValue(0);
    }

    @Test
    void closed_pool_does_what_it_has_and_takes_nothing_more() throws InterruptedException {
        var release = new CountDownLatch(1);
        var all = new CountDownLatch(MOST * 3);
        for (int i = 0; i < MOST * 3; i++)
            workers.execute(() -> {
                await(release);
                all.countDown();
            });
        workers.close();
        assertThatThrownBy(() -> workers.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
        release.countDown();
        all.await();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
