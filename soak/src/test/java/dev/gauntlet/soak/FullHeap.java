package dev.gauntlet.soak;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.lockfree.LockFreeProvider;
import dev.gauntlet.locking.LockingProvider;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.virtualthreads.BoundedPools;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A program of its own, with a small heap that it fills: nobody else's heap is to be filled. It
 * says that all tasks have come to an end, or fails.
 */
final class FullHeap {
  /** Whose pool it is. */
  enum Whose {
    LOCKFREE,
    LOCKING,
    VIRTUALTHREADS_BOUNDED;

    private TaskExecutor open(ExecutorConfig.Builder config, ThreadFactory threads) {
      return switch (this) {
        case LOCKFREE -> new LockFreeProvider().open(config.threadFactory(threads).build());
        case LOCKING -> new LockingProvider().open(config.threadFactory(threads).build());
        case VIRTUALTHREADS_BOUNDED -> BoundedPools.open(config.build(), threads);
      };
    }

    private Thread newThread(Runnable body) {
      return this == VIRTUALTHREADS_BOUNDED
          ? Thread.ofVirtual().unstarted(body)
          : Thread.ofPlatform().daemon().unstarted(body);
    }
  }

  /** Where the pool meets the end of the heap. */
  enum Where {
    START_OF_A_WORKER,
    ENTRY_OF_A_WORKER,
    INITIALIZER,
    HELP,
    SHUTDOWN_NOW
  }

  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(20);
  private static final int LARGEST = 1 << 20;

  private static final Object[] FIRST = new Object[1];
  private static boolean rehearsal = true;
  private static volatile Object @Nullable [] hog;

  private final Whose whose;

  private FullHeap(Whose whose) {
    this.whose = whose;
  }

  /** The rehearsal loads classes and links calls, for which the full heap has no room. */
  public static void main(String[] args) throws InterruptedException {
    FullHeap program = new FullHeap(Whose.valueOf(args[0]));
    Where where = Where.valueOf(args[1]);
    for (Where rehearsed : Where.values()) {
      program.run(rehearsed);
    }
    rehearsal = false;
    program.run(where);
    System.out.println("ended well");
  }

  private void run(Where where) throws InterruptedException {
    switch (where) {
      case START_OF_A_WORKER -> workerCannotBeStarted();
      case ENTRY_OF_A_WORKER -> workerMeetsAFullHeap();
      case INITIALIZER -> initializerFails();
      case HELP -> bodyCannotHelp();
      case SHUTDOWN_NOW -> shutdownNow();
    }
  }

  private TaskExecutor open(ExecutorConfig.Builder config, ThreadFactory threads) {
    return whose.open(config.workers(1), threads);
  }

  /** Takes all there is, down to the smallest array. */
  private static void fill() {
    Object[] taken = FIRST;
    for (int size = rehearsal ? 0 : LARGEST; size > 0; size /= 2) {
      try {
        while (true) {
          Object[] more = new Object[size];
          more[0] = taken;
          taken = more;
        }
      } catch (OutOfMemoryError full) {
        hog = taken;
      }
    }
  }

  private static void release() {
    hog = null;
  }

  /** The pool can start another one later, and the tasks that nobody will run are done. */
  private void workerCannotBeStarted() throws InterruptedException {
    List<TaskFuture<Integer>> queued = new ArrayList<>();
    AtomicReference<TaskExecutor> executor = new AtomicReference<>();
    ThreadFactory failing =
        body -> {
          if (!queued.isEmpty()) {
            return whose.newThread(body);
          }
          submitTo(executor.get(), queued);
          fill();
          throw new OutOfMemoryError();
        };
    executor.set(open(ExecutorConfig.builder(), failing));
    try {
      executor.get().execute(() -> {});
      throw new AssertionError("the first task was not refused");
    } catch (RejectedExecutionException | OutOfMemoryError expected) {
      awaitDone(queued);
    }
    release();
    require(executor.get().submit(() -> 3).result() == 3);
    executor.get().close();
  }

  /** A worker that cannot begin is not counted on, or begins all the same. */
  private void workerMeetsAFullHeap() throws InterruptedException {
    AtomicBoolean filled = new AtomicBoolean();
    ThreadFactory filling =
        body ->
            whose.newThread(() -> {
              if (!filled.getAndSet(true)) {
                fill();
              }
              body.run();
            });
    TaskExecutor executor = open(ExecutorConfig.builder(), filling);
    List<TaskFuture<Integer>> queued = new ArrayList<>();
    submitTo(executor, queued);
    awaitDone(queued);
    release();
    require(executor.submit(() -> 3).result() == 3);
    executor.close();
  }

  /** What a body cannot run in place is run later. */
  private void bodyCannotHelp() throws InterruptedException {
    TaskExecutor executor = open(ExecutorConfig.builder(), whose::newThread);
    List<TaskFuture<Integer>> queued = new ArrayList<>();
    TaskFuture<?> helping =
        executor.submit(() -> {
          submitTo(executor, queued);
          fill();
          try {
            return queued.getFirst().result();
          } finally {
            release();
          }
        });
    try {
      var unused = helping.result();
    } catch (OutOfMemoryError expected) {
      release();
    }
    executor.close();
    awaitDone(queued);
  }

  /** The worker that breaks the pool fails the tasks that it finds. */
  private void initializerFails() {
    CountDownLatch submitted = new CountDownLatch(1);
    ExecutorConfig.Builder config =
        ExecutorConfig.builder()
            .initializer(() -> {
              await(submitted);
              fill();
              throw new OutOfMemoryError();
            });
    TaskExecutor executor = open(config, whose::newThread);
    List<TaskFuture<Integer>> queued = new ArrayList<>();
    submitTo(executor, queued);
    submitted.countDown();
    awaitDone(queued);
    release();
    executor.close();
  }

  /** A shutdown for which there is no memory can be repeated, and then nothing is left undone. */
  private void shutdownNow() {
    CountDownLatch gate = new CountDownLatch(1);
    TaskExecutor executor = open(ExecutorConfig.builder(), whose::newThread);
    TaskFuture<?> running = executor.submit(() -> await(gate));
    List<TaskFuture<Integer>> queued = new ArrayList<>();
    submitTo(executor, queued);
    fill();
    try {
      executor.shutdownNow();
    } catch (OutOfMemoryError expected) {
      release();
      executor.shutdownNow();
    }
    release();
    queued.forEach(task -> require(task.isCancelled()));
    gate.countDown();
    executor.close();
    require(running.isDone());
  }

  /** An interrupt is that of shutdownNow, and does not count. */
  private static void await(CountDownLatch latch) {
    boolean open = false;
    while (!open) {
      try {
        latch.await();
        open = true;
      } catch (InterruptedException goOn) {
        // The latch will be opened.
      }
    }
  }

  private static void submitTo(TaskExecutor executor, List<TaskFuture<Integer>> queued) {
    for (int i = 0; i < 3; i++) {
      queued.add(executor.submit(() -> 1));
    }
  }

  /** Needs no memory. */
  private static void awaitDone(List<TaskFuture<Integer>> futures) {
    long start = System.nanoTime();
    for (int i = 0; i < futures.size(); i++) {
      while (!futures.get(i).isDone()) {
        require(System.nanoTime() - start < LIMIT_NANOS);
        Thread.yield(); // a sleep takes memory
      }
    }
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new AssertionError();
    }
  }
}
