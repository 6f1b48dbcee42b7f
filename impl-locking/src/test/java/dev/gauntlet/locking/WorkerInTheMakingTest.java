package dev.gauntlet.locking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.RejectionPolicy;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the user's code may ask of a pool on the way to one of its workers. */
class WorkerInTheMakingTest {
  private final AtomicReference<TaskExecutor> pool = new AtomicReference<>();

  /** Where a thread factory has code of the user run before its first worker. */
  private enum Place {
    FACTORY,
    START,
    NEW_THREAD;

    ThreadFactory running(Runnable code) {
      return worker -> {
        if (this == FACTORY) {
          code.run();
        }
        return new Thread(worker) {
          @Override
          public void start() {
            if (Place.this == START) {
              code.run();
            }
            super.start();
          }

          @Override
          public void run() {
            if (Place.this == NEW_THREAD) {
              code.run();
            }
            super.run();
          }
        };
      };
    }
  }

  private TaskExecutor openWith(Place place, Runnable code) {
    pool.set(
        new LockingProvider()
            .open(
                ExecutorConfig.builder()
                    .workers(1)
                    .queueCapacity(2, RejectionPolicy.BLOCK)
                    .threadFactory(place.running(code))
                    .build()));
    return pool.get();
  }

  @ParameterizedTest
  @EnumSource
  void submitToAFullQueue_isRefused(Place place) throws Exception {
    AtomicInteger accepted = new AtomicInteger();
    AtomicInteger ran = new AtomicInteger();
    TaskExecutor executor =
        openWith(
            place,
            () -> {
              try {
                while (true) {
                  pool.get().execute(ran::incrementAndGet);
                  accepted.incrementAndGet();
                }
              } catch (RejectedExecutionException full) {
                assertEquals(0, ran.get());
              }
            });
    Probe.get(executor.submit(ran::incrementAndGet));
    Probe.close(executor);
    assertEquals(2, accepted.get());
    assertEquals(3, ran.get());
  }

  @ParameterizedTest
  @EnumSource
  void close_throwsInsteadOfWaiting(Place place) throws Exception {
    AtomicReference<IllegalStateException> thrown = new AtomicReference<>();
    TaskExecutor executor =
        openWith(
            place,
            () -> thrown.set(assertThrows(IllegalStateException.class, () -> pool.get().close())));
    assertEquals("accepted", Probe.get(executor.submit(() -> "accepted")));
    assertNotNull(thrown.get());
    assertTrue(executor.isShutdown());
    Probe.close(executor);
  }
}
