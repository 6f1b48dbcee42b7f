package dev.gauntlet.conformance;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** A thread factory that records the threads it made, and what escaped from them. */
public final class WorkerRecord implements ThreadFactory {
  private static final AtomicInteger EXECUTORS = new AtomicInteger();

  private final int executor = EXECUTORS.incrementAndGet();
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();
  private final AtomicInteger live = new AtomicInteger();
  private final AtomicInteger mostLive = new AtomicInteger();

  WorkerRecord() {}

  @Override
  public Thread newThread(Runnable body) {
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .name("subject-" + executor + "-", threads.size() + 1L)
            .uncaughtExceptionHandler((dying, failure) -> uncaught.add(failure))
            .unstarted(() -> counted(body));
    threads.add(thread);
    return thread;
  }

  private void counted(Runnable body) {
    mostLive.accumulateAndGet(live.incrementAndGet(), Math::max);
    try {
      body.run();
    } finally {
      live.decrementAndGet();
    }
  }

  /** Returns every thread made so far. */
  public List<Thread> threads() {
    return threads;
  }

  /** Returns how many threads run now. */
  public int live() {
    return live.get();
  }

  /** Returns the greatest number of threads that ran at the same time. */
  public int mostLive() {
    return mostLive.get();
  }

  /** Returns what reached the uncaught exception handlers. */
  public List<Throwable> uncaught() {
    return uncaught;
  }

  /** Expects that every thread has ended soon. */
  public void expectAllEnded() {
    Expect.expectSoon(
        "every worker thread ends", () -> threads.stream().noneMatch(thread -> thread.isAlive()));
  }

  /** Expects that {@code count} threads are parked soon: idle workers. */
  public void expectIdle(int count) {
    Expect.expectSoon(
        count + " workers are idle",
        () -> threads.stream().filter(WorkerRecord::isWaiting).count() >= count);
  }

  private static boolean isWaiting(Thread thread) {
    Thread.State state = thread.getState();
    return state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
  }
}
