package dev.gauntlet.benchmarks.pair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.benchmarks.run.StopSignal;
import dev.gauntlet.reports.export.TextStyle;
import dev.gauntlet.reports.gate.Arm;
import dev.gauntlet.reports.gate.GateEnd;
import dev.gauntlet.reports.gate.GateFork;
import dev.gauntlet.reports.gate.GateHeader;
import dev.gauntlet.reports.gate.GateLog;
import dev.gauntlet.reports.gate.GateLogReader;
import dev.gauntlet.reports.gate.GateLogWriter;
import dev.gauntlet.reports.gate.GateSettings;
import dev.gauntlet.reports.gate.Need;
import dev.gauntlet.reports.gate.Stage;
import dev.gauntlet.reports.gate.output.GateJson;
import dev.gauntlet.reports.gate.output.GateJunit;
import dev.gauntlet.reports.gate.output.GateMarkdown;
import dev.gauntlet.reports.gate.output.GateReport;
import dev.gauntlet.reports.gate.output.GateText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loop over pairs, with forks that are made up. */
class PairLoopTest {
  private static final int ROWS = 3;

  @TempDir private Path directory;
  private final StopSignal stop = new StopSignal();

  /**
   * Row 0 does not change, row 1 gets slower and allocates, row 2's candidate fails in its second
   * pair.
   */
  private static class MadeUp implements ForkRunner {
    final List<Slot> slots = new ArrayList<>();

    @Override
    public GateFork run(Slot slot, IterationWatch.Listener listener) throws PairForkException {
      slots.add(slot);
      if (slot.row() == 2 && slot.pair() == 1 && slot.arm() == Arm.CANDIDATE) {
        throw new PairForkException("exit code 1: boom");
      }
      double noise =
          1
              + 0.01
                  * new Random(slot.row() * 1000L + slot.pair() * 10L + slot.arm().ordinal())
                      .nextGaussian();
      boolean slower = slot.row() == 1 && slot.arm() == Arm.CANDIDATE;
      double score = 100 * noise * (slower ? 1.2 : 1);
      return new GateFork(
          slot.row(),
          slot.stage(),
          slot.pair(),
          slot.arm(),
          slot.first(),
          "ns/op",
          List.of(score, score * 1.01),
          Map.of("gc.alloc.rate.norm", List.of(slower ? 80.0 : 16.0)),
          List.of(),
          slot.quiet(),
          Requests.START,
          1000,
          null);
    }

    @Override
    public void pairEnded(Slot slot) {}
  }

  private static GateHeader header(GateSettings.Plan plan) {
    return Requests.header(Requests.settings(plan, List.of(4)), ROWS);
  }

  private GateEnd run(Path file, GateHeader header, ForkRunner runner, @Nullable Duration box) {
    boolean resumed = Files.exists(file);
    @Nullable GateLog earlier = resumed ? GateLogReader.read(file) : null;
    try (GateLogWriter writer =
        resumed ? GateLogWriter.append(file) : GateLogWriter.create(file, header)) {
      PairLoop loop =
          new PairLoop(
              header,
              runner,
              writer,
              new QuietWait(10, time -> OptionalDouble.of(0)),
              new TimeBox(box, Duration.ofSeconds(2), () -> 0),
              stop,
              PairListener.NONE,
              InstantSource.fixed(Requests.START));
      if (earlier != null) {
        loop.resume(earlier);
      }
      return loop.run();
    }
  }

  private static String reports(Path file) {
    GateReport report = GateReport.of(GateLogReader.read(file), "gauntlet gate --seed 7", null);
    return GateText.of(report, TextStyle.plain())
        + GateMarkdown.of(report)
        + GateJson.of(report)
        + GateJunit.of(report);
  }

  /** Each line is on the disk before the next fork starts: a killed run leaves whole lines. */
  @Test
  void killedAtAnyForkAndResumedItSaysTheSame() throws IOException {
    GateSettings.Plan plan = GateSettings.Plan.SCREEN;
    Path whole = directory.resolve("whole.jsonl");
    assertEquals(GateEnd.Reason.DONE, run(whole, header(plan), new MadeUp(), null).reason());
    String expected = reports(whole);
    assertTrue(expected.contains("REGRESSED"), expected);
    assertTrue(expected.contains("boom"), expected);
    List<String> lines = Files.readAllLines(whole);
    for (int kept = 1; kept < lines.size(); kept++) {
      Path file = directory.resolve("killed-" + kept + ".jsonl");
      String cutOff = kept % 2 == 0 ? "{\"kind\":\"fork\",\"row\":" : "";
      Files.writeString(file, String.join("\n", lines.subList(0, kept)) + "\n" + cutOff);
      run(file, header(plan), new MadeUp(), null);
      assertEquals(expected, reports(file), "killed after line " + kept);
    }
  }

  @Test
  void aPairsForksAreAdjacentAndInTheOrderOfItsCoin() {
    MadeUp runner = new MadeUp();
    run(directory.resolve("x.jsonl"), header(GateSettings.Plan.FULL), runner, null);
    PairOrder order = new PairOrder(7);
    List<Arm> first = new ArrayList<>();
    for (int i = 0; i < runner.slots.size(); i++) {
      Slot slot = runner.slots.get(i);
      if (slot.first()) {
        first.add(slot.arm());
        assertEquals(
            order.arms(new Need(slot.row(), slot.stage(), slot.pair())).getFirst(), slot.arm());
      } else {
        Slot before = runner.slots.get(i - 1);
        assertEquals(before.row(), slot.row());
        assertEquals(before.pair(), slot.pair());
        assertTrue(before.first());
      }
    }
    assertTrue(first.contains(Arm.BASE) && first.contains(Arm.CANDIDATE), first.toString());
  }

  @Test
  void theSecondForkOfAPairIsSparedWhenTheFirstFails() {
    ForkRunner failing =
        new MadeUp() {
          @Override
          public GateFork run(Slot slot, IterationWatch.Listener listener)
              throws PairForkException {
            slots.add(slot);
            throw new PairForkException("dies");
          }
        };
    Path file = directory.resolve("x.jsonl");
    GateEnd end = run(file, header(GateSettings.Plan.FULL), failing, null);
    assertEquals(GateEnd.Reason.DONE, end.reason(), "rows whose forks all fail are given up");
    GateLog log = GateLogReader.read(file);
    assertEquals(List.of(), log.forks());
    assertTrue(log.failures().size() <= 3 * ROWS, log.failures().toString());
  }

  @Test
  void aStopIsNoFailureAndHalfAPairIsMeasuredAgain() {
    Path file = directory.resolve("x.jsonl");
    MadeUp stopping =
        new MadeUp() {
          @Override
          public GateFork run(Slot slot, IterationWatch.Listener listener)
              throws PairForkException {
            if (slots.size() == 1) {
              stop.request();
              throw new PairForkException("killed");
            }
            return super.run(slot, listener);
          }
        };
    GateEnd end = run(file, header(GateSettings.Plan.FULL), stopping, null);
    assertEquals(GateEnd.Reason.INTERRUPTED, end.reason());
    assertEquals(1, GateLogReader.read(file).forks().size());
    assertEquals(List.of(), GateLogReader.read(file).failures());
    Slot half = stopping.slots.getFirst();
    PairLoopTest resumed = new PairLoopTest();
    MadeUp rest = new MadeUp();
    resumed.run(file, header(GateSettings.Plan.FULL), rest, null);
    assertEquals(half, rest.slots.getFirst());
    assertEquals(half.pair(), rest.slots.get(1).pair());
  }

  @Test
  void theTimeBoxEndsBeforeAPairThatDoesNotFit() {
    MadeUp runner = new MadeUp();
    Path file = directory.resolve("x.jsonl");
    GateEnd end = run(file, header(GateSettings.Plan.FULL), runner, Duration.ofSeconds(1));
    assertEquals(GateEnd.Reason.TIME_BOX, end.reason());
    assertEquals(List.of(), runner.slots);
  }

  @Test
  void theScreenComesBeforeTheTest() {
    MadeUp runner = new MadeUp();
    run(directory.resolve("x.jsonl"), header(GateSettings.Plan.SCREEN), runner, null);
    List<Stage> stages = runner.slots.stream().map(Slot::stage).distinct().toList();
    assertEquals(List.of(Stage.SCREEN, Stage.TEST), stages);
  }
}
