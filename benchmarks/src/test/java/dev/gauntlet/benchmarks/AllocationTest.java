package dev.gauntlet.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a thread allocates, which no noise disturbs: counted by the JVM to the byte. */
class AllocationTest {
  private static final int CALLS = 10_000;
  private static final int BYTES_OF_A_TASK = 32;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Returns what so many calls allocate, after as many for classes to be loaded. */
  private static long bytes(Callable<?> call) throws Exception {
    long bytes = 0;
    for (int run = 0; run < 2; run++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < CALLS; i++) {
        call.call();
      }
      bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
    }
    return bytes;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {Names.LOCKFREE, Names.LOCKING, Names.VIRTUALTHREADS, Names.VIRTUALTHREADS_BOUNDED})
  void aReadOfADoneFutureAllocatesNothing(String subject) throws Exception {
    Pool pool = opened(subject);
    Ticket task = new Ticket();
    Future<Ticket> done = pool.executor.submit(task);
    task.redeem(done);
    assertEquals(0, bytes(done::get));
    assertEquals(0, bytes(done::isDone));
    pool.close();
  }

  @Test
  void aTaskOfLockfreeIsOneObject() throws Exception {
    Pool pool = opened(Names.LOCKFREE);
    Ticket task = new Ticket();
    Blockers blockers = Blockers.occupy(pool.executor, pool.openWorkers);
    assertEquals(CALLS * BYTES_OF_A_TASK, bytes(() -> pool.executor.submit(task)));
    blockers.release();
    blockers.join();
    pool.close();
  }

  private static Pool opened(String subject) throws InterruptedException {
    Pool pool = new Pool();
    pool.subject = subject;
    pool.workers = 1;
    pool.open();
    return pool;
  }
}
