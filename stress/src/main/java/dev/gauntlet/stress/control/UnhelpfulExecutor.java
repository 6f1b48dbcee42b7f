package dev.gauntlet.stress.control;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A fixed pool of daemon threads as the JDK has it: who waits on a worker only waits. */
public final class UnhelpfulExecutor extends ThreadPoolExecutor {

  /** Opens a pool of so many workers. */
  public UnhelpfulExecutor(int workers) {
    super(
        workers,
        workers,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        Thread.ofPlatform().daemon().factory());
  }
}
