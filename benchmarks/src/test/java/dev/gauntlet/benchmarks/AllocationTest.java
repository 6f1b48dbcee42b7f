package dev.gauntlet.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a thread allocates, which no noise disturbs: counted by the JVM to the byte. */
class AllocationTest {
  private static final double BYTES_OF_A_TASK = 32;

  @ParameterizedTest
  @ValueSource(
      strings = {Names.LOCKFREE, Names.LOCKING, Names.VIRTUALTHREADS, Names.VIRTUALTHREADS_BOUNDED})
  void aReadOfADoneFutureAllocatesNothing(String subject) throws Exception {
    Pool pool = TaskBytes.opened(subject);
    Ticket task = new Ticket();
    Future<Ticket> done = pool.executor.submit(task);
    task.redeem(done);
    assertEquals(0, TaskBytes.of(done::get));
    assertEquals(0, TaskBytes.of(done::isDone));
    pool.close();
  }

  @Test
  void aTaskOfLockfreeIsOneObject() throws Exception {
    assertEquals(BYTES_OF_A_TASK, TaskBytes.ofSubmission());
  }

  /** On a JDK that has no such headers, it is one with the usual ones. */
  @Test
  void itIsAsSmallWithCompactHeaders() throws Exception {
    Process jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:+UseCompactObjectHeaders",
                "-cp",
                System.getProperty("java.class.path"),
                TaskBytes.class.getName())
            .redirectErrorStream(true)
            .start();
    String printed =
        new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertEquals(String.valueOf(BYTES_OF_A_TASK), printed);
  }
}
