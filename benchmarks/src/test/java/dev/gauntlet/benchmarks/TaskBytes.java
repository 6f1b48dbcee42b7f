package dev.gauntlet.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;

/**
 * Counts to the byte what a thread allocates; prints it, as a program, for other flags of the JVM.
 */
final class TaskBytes {
  private static final int CALLS = 10_000;
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

  /** Returns what a call allocates, on average after as many for classes to be loaded. */
  static double of(Callable<?> call) throws Exception {
    double bytes = 0;
    for (int run = 0; run < 2; run++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < CALLS; i++) {
        call.call();
      }
      bytes = (double) (THREADS.getCurrentThreadAllocatedBytes() - before) / CALLS;
    }
    return bytes;
  }

  static Pool opened(String subject) throws InterruptedException {
    Pool pool = new Pool();
    pool.subject = subject;
    pool.workers = 1;
    pool.open();
    return pool;
  }
}
