package dev.gauntlet.benchmarks.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.reports.record.ForkFailure;
import dev.gauntlet.reports.record.ForkResult;
import dev.gauntlet.reports.record.RunEnd;
import dev.gauntlet.reports.record.RunHeader;
import dev.gauntlet.reports.record.RunRecord;
import dev.gauntlet.reports.record.RunRecordReader;
import dev.gauntlet.reports.record.RunRecordWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that really fork, with iterations as short as they may be. */
class BenchSessionTest {
  @TempDir Path runs;

  private BenchOptions.Builder tiny(List<String> subjects, String... scenarios) {
    return BenchOptions.builder()
        .suite(Suite.QUICK)
        .subjects(subjects)
        .scenarios(List.of(scenarios))
        .jmhFlags(Plans.TINY_FLAGS)
        .workers(2)
        .rounds(1)
        .seed(5)
        .runsDirectory(runs)
        .sources(runs);
  }

  private static BenchOutcome run(BenchOptions options, ProgressListener listener) {
    try (BenchSession session = BenchSession.open(options)) {
      return session.run(listener);
    }
  }

  private static class Events implements ProgressListener {
    final List<String> seen = new ArrayList<>();

    @Override
    public void runStarted(BenchPlan plan, Path runDirectory, Progress progress) {
      seen.add("run 0/" + progress.total());
    }

    @Override
    public void forkStarted(Cell cell, int round, Progress progress) {
      seen.add("fork " + cell.subject());
    }

    @Override
    public void iterationStarted(
        Cell cell, boolean warmup, int number, int count, Progress progress) {
      seen.add((warmup ? "warm-up " : "measurement ") + number + "/" + count);
    }

    @Override
    public void forkFinished(ForkResult fork, Progress progress) {
      seen.add("finished " + progress.done());
    }

    @Override
    public void forkFailed(ForkFailure failure, Progress progress) {
      seen.add("failed " + failure.subject());
    }

    @Override
    public void runEnded(RunEnd end, Progress progress) {
      seen.add("end " + end.reason());
    }
  }

  @Test
  void aRunIsRecordedForkByFork() throws IOException {
    Events events = new Events();
    BenchOutcome outcome = run(tiny(List.of("jdk-fixed"), "RoundTripLatency").build(), events);
    assertEquals(RunEnd.Reason.COMPLETE, outcome.reason());
    assertEquals(
        List.of(
            "run 0/1",
            "fork jdk-fixed",
            "warm-up 1/1",
            "measurement 1/2",
            "measurement 2/2",
            "finished 1",
            "end COMPLETE"),
        events.seen);

    RunRecord record = RunRecordReader.readWithRawJmh(outcome.runDirectory());
    checkHeader(record.header());
    assertEquals(outcome.runDirectory().getFileName().toString(), record.header().id());
    checkRoundTrip(record.forks().get(0));
    assertTrue(record.isComplete());
    assertTrue(
        Files.readString(outcome.runDirectory().resolve("jmh.log")).contains("Iteration"),
        "what JMH printed is kept");
  }

  private static void checkHeader(RunHeader header) {
    assertEquals("quick", header.settings().mode());
    assertEquals(5, header.settings().seed());
    assertEquals(2, header.settings().workers());
    assertEquals(20, header.settings().measurementMillis());
    assertEquals(1, header.rowsPlanned());
    assertEquals(1, header.roundsPlanned());
    assertNull(header.commit(), "the folder is in no repository");
    assertEquals("jdk-fixed", header.subjects().get(0).name());
    assertEquals("us/op", header.scenarios().get(0).unit());
    assertTrue(header.jvmFlags().contains("-Xmx1g"), header.jvmFlags().toString());
  }

  private static void checkRoundTrip(ForkResult fork) {
    assertEquals(0, fork.order());
    assertEquals("RoundTripLatency", fork.scenario());
    assertEquals("sample", fork.mode());
    assertEquals("us/op", fork.unit());
    assertEquals(2, fork.iterations().size());
    assertTrue(fork.score() > 0 && fork.score() < 1e6, () -> "score " + fork.score());
    assertNotNull(fork.percentiles());
    assertTrue(fork.percentiles().get("50.0") <= fork.percentiles().get("99.9"));
    assertEquals("B/op", fork.secondary().get("gc.alloc.rate.norm").unit());
    assertTrue(fork.secondary().get("gc.alloc.rate.norm").score() > 30, "a FutureTask at least");
    assertTrue(fork.secondary().get("cpu.time.norm").score() > 0);
    assertTrue(fork.durationMillis() >= 60);
    assertNotNull(fork.jmh());
    assertEquals("sample", fork.jmh().get("mode").asString());
    assertEquals(1, fork.jmh().get("forks").asInt());
    assertEquals("jdk-fixed", fork.jmh().get("params").get("subject").asString());
  }

  @Test
  void aFailingForkIsRecordedAndTheOthersGoOn() {
    BenchOutcome outcome =
        run(
            tiny(List.of("test-unopenable", "jdk-fixed", "test-mixed-up"), "FanOutFanIn").build(),
            new Events());
    RunRecord record = RunRecordReader.read(outcome.runDirectory());
    assertEquals(RunEnd.Reason.COMPLETE, outcome.reason());
    assertEquals(1, outcome.forks());
    assertEquals(2, outcome.failures());
    assertEquals("jdk-fixed", record.forks().get(0).subject());
    assertEquals("100", record.forks().get(0).params().get("size"));
    assertEquals(
        Optional.of("IllegalStateException: out of order today"),
        message(record, "test-unopenable"));
    assertEquals(
        Optional.of("WrongAnswerException: the future of one task returned another result"),
        message(record, "test-mixed-up"));
  }

  @Test
  void aForkThatHangsIsKilledAndShowsItsThreads() throws IOException {
    BenchOptions options = tiny(List.of("test-lost"), "RoundTripLatency").build();
    try (BenchSession session = BenchSession.open(options)) {
      session.longestFork(Duration.ofSeconds(10));
      BenchOutcome outcome = session.run(new Events());
      RunRecord record = RunRecordReader.read(outcome.runDirectory());
      String message = message(record, "test-lost").orElseThrow();
      assertTrue(message.startsWith("killed after 10 s without an end"), message);
      String log = Files.readString(outcome.runDirectory().resolve("jmh.log"));
      assertTrue(log.contains("Full thread dump"), "the stacks are in the log");
    }
  }

  private static Optional<String> message(RunRecord record, String subject) {
    return record.failures().stream()
        .filter(failure -> failure.subject().equals(subject))
        .map(ForkFailure::message)
        .findFirst();
  }

  @Test
  void aTruncatedRunIsResumedWhereItStopped() throws IOException {
    BenchOptions.Builder options = tiny(List.of("jdk-fixed"), "SettleLatency").rounds(2);
    Path folder = run(options.build(), new Events()).runDirectory();
    Path file = folder.resolve(RunRecordWriter.FILE_NAME);
    List<String> lines = Files.readAllLines(file);
    assertEquals(4, lines.size(), "run, two forks, end");
    String cutOff = lines.get(2).substring(0, 100);
    Files.writeString(file, lines.get(0) + "\n" + lines.get(1) + "\n" + cutOff);
    assertEquals(Optional.of(folder), RunFolder.newestUnfinished(runs));

    Events events = new Events();
    BenchOutcome outcome = run(options.seed(99).resume(folder).build(), events);
    assertEquals(1, events.seen.stream().filter(event -> event.startsWith("fork ")).count());
    assertTrue(events.seen.contains("finished 2"), events.seen.toString());
    RunRecord record = RunRecordReader.read(folder);
    assertEquals(2, outcome.forks());
    assertEquals(List.of(0, 1), record.forks().stream().map(ForkResult::order).toList());
    assertEquals(lines.get(1), Files.readAllLines(file).get(1), "what was there is untouched");
    assertEquals(Optional.empty(), RunFolder.newestUnfinished(runs));
    refusesAnotherPlan(folder);
  }

  private void refusesAnotherPlan(Path folder) {
    BenchOptions other =
        tiny(List.of("jdk-fixed"), "SettleLatency").rounds(3).resume(folder).build();
    String message =
        assertThrows(BenchUsageException.class, () -> BenchSession.open(other)).getMessage();
    assertTrue(
        message.endsWith("another plan: it has \"rounds 2\", and this command has not"), message);
  }

  @Test
  void aRunOfAnotherJdkIsNotResumed() throws IOException {
    BenchOptions.Builder options = tiny(List.of("jdk-fixed"), "SettleLatency");
    Path folder = run(options.build(), new Events()).runDirectory();
    Path file = folder.resolve(RunRecordWriter.FILE_NAME);
    String version = System.getProperty("java.runtime.version");
    Files.writeString(file, Files.readString(file).replace(version, "21.0.1+12"));
    String message =
        assertThrows(
                BenchUsageException.class, () -> BenchSession.open(options.resume(folder).build()))
            .getMessage();
    assertTrue(message.contains("another JDK") && message.contains("21.0.1+12"), message);
  }

  @Test
  void aStoppedRunEndsAsInterruptedWithWhatWasMeasured() {
    AtomicReference<BenchSession> session = new AtomicReference<>();
    Events stopInTheSecondFork =
        new Events() {
          private int forks;

          @Override
          public void forkStarted(Cell cell, int round, Progress progress) {
            super.forkStarted(cell, round, progress);
            forks++;
          }

          @Override
          public void iterationStarted(
              Cell cell, boolean warmup, int number, int count, Progress progress) {
            if (forks == 2) {
              session.get().stop();
            }
          }
        };
    BenchOptions options =
        tiny(List.of("jdk-fixed"), "SettleLatency")
            .rounds(3)
            .jmhFlags(List.of("-wi", "1", "-w", "200ms", "-i", "1", "-r", "200ms"))
            .build();
    try (BenchSession opened = BenchSession.open(options)) {
      session.set(opened);
      BenchOutcome outcome = opened.run(stopInTheSecondFork);
      assertEquals(RunEnd.Reason.INTERRUPTED, outcome.reason());
      assertEquals(1, outcome.forks());
      RunRecord record = RunRecordReader.read(outcome.runDirectory());
      assertEquals(List.of(), record.failures(), "the killed fork has not failed");
      assertEquals(1, record.end().forksDone());
    }
  }
}
