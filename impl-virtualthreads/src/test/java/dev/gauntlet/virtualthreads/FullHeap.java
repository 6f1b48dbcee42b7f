package dev.gauntlet.virtualthreads;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.ExecutorConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A program of its own, with a small heap that it fills: nobody else's heap is to be filled. It
 * says that all tasks have come to an end, or fails.
 */
final class FullHeap {
  /** Where the pool meets the end of the heap. */
  enum Where {
    START_OF_A_WORKER,
    INITIALIZER,
    SHUTDOWN_NOW
  }

  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(20);
  private static final int LARGEST = 1 << 20;

  private static boolean rehearsal = true;
  private static volatile Object @Nullable [] hog;

  private FullHeap() {}

  /** The rehearsal loads the classes, for which the full heap has no room. */
  public static void main(String[] args) throws InterruptedException {
    Where where = Where.valueOf(args[0]);
    run(where);
    rehearsal = false;
    run(where);
    System.out.println("ended well");
  }

  private static void run(Where where) throws InterruptedException {
    switch (where) {
      case START_OF_A_WORKER -> workerCannotBeStarted();
      case INITIALIZER -> initializerFails();
      case SHUTDOWN_NOW -> shutdownNow();
    }
  }

  /** Takes all there is, down to the smallest array. */
  private static void fill() {
    Object[] taken = new Object[1];
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

  /** The permit is given back, and the tasks that nobody will run are done. */
  private static void workerCannotBeStarted() throws InterruptedException {
    List<TaskFuture<Integer>> queued = new ArrayList<>();
    TaskExecutor[] executor = new TaskExecutor[1];
    ThreadFactory threads = VirtualThreads.factory();
    executor[0] =
        open(
            ExecutorConfig.builder().workers(1).build(),
            body -> {
              if (!queued.isEmpty()) {
                return threads.newThread(body);
              }
              submitTo(executor[0], queued);
              fill();
              throw new OutOfMemoryError();
            });
    try {
      executor[0].execute(() -> {});
      throw new AssertionError("the first task was not refused");
    } catch (RejectedExecutionException | OutOfMemoryError expected) {
      awaitDone(queued);
    }
    release();
    require(executor[0].submit(() -> 3).result() == 3);
    executor[0].close();
  }

  /** The worker that breaks the pool fails the tasks that it finds. */
  private static void initializerFails() throws InterruptedException {
    CountDownLatch submitted = new CountDownLatch(1);
    ExecutorConfig config =
        ExecutorConfig.builder()
            .workers(1)
            .initializer(() -> {
              Await.latchUninterruptibly(submitted);
              fill();
              throw new OutOfMemoryError();
            })
            .build();
    TaskExecutor executor = open(config, VirtualThreads.factory());
    List<TaskFuture<Integer>> queued = new ArrayList<>();
    submitTo(executor, queued);
    submitted.countDown();
    awaitDone(queued);
    release();
    executor.close();
  }

  /** A shutdown for which there is no memory can be repeated, and then is whole. */
  private static void shutdownNow() throws InterruptedException {
    CountDownLatch gate = new CountDownLatch(1);
    TaskExecutor executor =
        open(ExecutorConfig.builder().workers(1).build(), VirtualThreads.factory());
    TaskFuture<?> running = executor.submit(() -> Await.latchUninterruptibly(gate));
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

  private static TaskExecutor open(ExecutorConfig config, ThreadFactory threads) {
    return new VirtualThreadExecutor(new BoundedPool(config, threads));
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
