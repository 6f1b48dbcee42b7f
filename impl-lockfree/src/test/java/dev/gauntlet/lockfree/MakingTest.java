package dev.gauntlet.lockfree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.RejectionPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** Code that runs while a worker is made, and comes back to the pool. */
class MakingTest {
  private final AtomicReference<TaskExecutor> self = new AtomicReference<>();
  private final List<String> outcomes = Collections.synchronizedList(new ArrayList<>());

  /**
   * Opens a pool of one worker with one place; {@code make} is given the body and a foreign act.
   */
  private TaskExecutor open(BiFunction<Runnable, Runnable, Thread> make, Runnable act) {
    TaskExecutor executor =
        Probe.open(config ->
            config
                .workers(1)
                .queueCapacity(1, RejectionPolicy.BLOCK)
                .threadFactory(body -> make.apply(body, act)));
    self.set(executor);
    return executor;
  }

  private static Thread actingInFactory(Runnable body, Runnable act) {
    act.run();
    return new Thread(body);
  }

  private static Thread actingInStart(Runnable body, Runnable act) {
    return new Thread(body) {
      @Override
      public void start() {
        act.run();
        super.start();
      }
    };
  }

  private static Thread actingBeforeTheWorker(Runnable body, Runnable act) {
    return new Thread(() -> {
      act.run();
      body.run();
    });
  }

  private void submit() {
    try {
      self.get().submit(() -> {});
      outcomes.add("accepted");
    } catch (RejectedExecutionException full) {
      outcomes.add("refused");
    }
  }

  private void submissionIsRefused(BiFunction<Runnable, Runnable, Thread> make) throws Exception {
    TaskExecutor executor = open(make, this::submit);
    assertEquals(1, Probe.get(executor.submit(() -> 1)));
    assertEquals(List.of("refused"), outcomes);
    assertEquals(2, Probe.get(executor.submit(() -> 2)));
    Probe.close(executor);
  }

  @Test
  void submissionOfTheFactory_isRefusedWhereItHadToWait() throws Exception {
    submissionIsRefused(MakingTest::actingInFactory);
  }

  @Test
  void submissionOfStart_isRefusedWhereItHadToWait() throws Exception {
    submissionIsRefused(MakingTest::actingInStart);
  }

  @Test
  void submissionBeforeTheWorkerBegins_isRefusedWhereItHadToWait() throws Exception {
    submissionIsRefused(MakingTest::actingBeforeTheWorker);
  }

  private void close() {
    try {
      self.get().close();
      outcomes.add("closed");
    } catch (IllegalStateException own) {
      outcomes.add("told");
    }
  }

  private void closeIsToldNotToWait(BiFunction<Runnable, Runnable, Thread> make) throws Exception {
    TaskExecutor executor = open(make, this::close);
    TaskFuture<Integer> accepted = executor.submit(() -> 1);
    assertEquals(1, Probe.get(accepted));
    assertTrue(executor.awaitTermination(30, TimeUnit.SECONDS));
    assertEquals(List.of("told"), outcomes);
  }

  @Test
  void closeInTheFactory_doesNotWait() throws Exception {
    closeIsToldNotToWait(MakingTest::actingInFactory);
  }

  @Test
  void closeInStart_doesNotWait() throws Exception {
    closeIsToldNotToWait(MakingTest::actingInStart);
  }

  @Test
  void closeBeforeTheWorkerBegins_doesNotWait() throws Exception {
    closeIsToldNotToWait(MakingTest::actingBeforeTheWorker);
  }
}
