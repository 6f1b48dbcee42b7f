package dev.gauntlet.benchmarks.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.reports.record.RunEnd;
import dev.gauntlet.reports.record.RunRecord;
import dev.gauntlet.reports.record.RunRecordReader;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is told to end in the middle of a fork. */
class TerminatedRunTest {
  private static final int SIGTERM_EXIT = 143;

  @TempDir Path runs;

  /** The process: measures until it is stopped, and says what it does. */
  static final class Main {
    public static void main(String[] arguments) {
      BenchOptions options =
          BenchOptions.builder()
              .suite(Suite.QUICK)
              .subjects(List.of("jdk-fixed"))
              .scenarios(List.of("SettleLatency"))
              .jmhFlags(List.of("-wi", "1", "-w", "50ms", "-i", "1", "-r", "60s"))
              .rounds(1)
              .runsDirectory(Path.of(arguments[0]))
              .sources(Path.of(arguments[0]))
              .build();
      try (BenchSession session = BenchSession.open(options)) {
        BenchOutcome outcome = session.run(new Announcer());
        System.out.println("report " + outcome.runDirectory());
      }
    }

    private static final class Announcer implements ProgressListener {
      @Override
      public void iterationStarted(
          Cell cell, boolean warmup, int number, int count, Progress progress) {
        if (!warmup) {
          System.out.println("measuring");
        }
      }
    }
  }

  @Test
  void theRecordIsValidTheReportIsMadeAndNoForkIsLeft() throws Exception {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Djmh.ignoreLock=true",
                Main.class.getName(),
                runs.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader output = process.inputReader()) {
      assertEquals("measuring", output.readLine());
      List<ProcessHandle> forks = process.children().toList();
      assertEquals(1, forks.size());
      process.toHandle().destroy(); // leaves the output open
      String report = output.readLine();
      assertNotNull(report, "the caller goes on after the run was stopped");
      assertTrue(process.waitFor(60, TimeUnit.SECONDS));
      assertEquals(SIGTERM_EXIT, process.exitValue());
      forks.get(0).onExit().get(60, TimeUnit.SECONDS);
      RunRecord record = RunRecordReader.read(Path.of(report.substring("report ".length())));
      assertNotNull(record.end());
      assertEquals(RunEnd.Reason.INTERRUPTED, record.end().reason());
      assertEquals(List.of(), record.failures());
    } finally {
      process.destroyForcibly();
    }
  }
}
