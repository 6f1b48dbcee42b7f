package dev.gauntlet.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;

/**
 * Counts to the byte what a thread allocates; prints it, as a program, for other flags of the JVM.
 */
final class TaskBytes {
  private static final int CALLS = 10_000;
  private static final int RUNS = 5;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private TaskBytes() {}

  /** Prints what a task of {@code lockfree} takes. */
  public static void main(String[] arguments) throws Exception {
    System.out.println(ofSubmission());
  }

  /** Returns what a submission to {@code lockfree} allocates. */
  static double ofSubmission() throws Exception {
    Pool pool = opened(Names.LOCKFREE);
    Ticket task = new Ticket();
    Blockers blockers = Blockers.occupy(pool.executor, pool.openWorkers);
    double bytes = of(() -> pool.executor.submit(task));
    blockers.release();
    blockers.join();
    pool.close();
    return bytes;
  }

  /**
   * Returns what a call allocates, on average over many calls: the least of some runs, since what
   * is met first is made once.
   */
  static double of(Callable<?> call) throws Exception {
    double least = Double.MAX_VALUE;
    for (int run = 0; run < RUNS; run++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < CALLS; i++) {
        call.call();
      }
      long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
      least = Math.min(least, (double) bytes / CALLS);
    }
    return least;
  }

  static Pool opened(String subject) throws InterruptedException {
    Pool pool = new Pool();
    pool.subject = subject;
    pool.workers = 1;
    pool.open();
    return pool;
  }
}
