package dev.gauntlet.benchmarks.pair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gauntlet.reports.gate.Contention;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What JMH 1.21 to 1.37 print, fed a few characters at a time. */
class IterationWatchTest {
  private static final Contention UNKNOWN = new Contention(null, null, null, null, null);
  private final List<String> told = new ArrayList<>();
  private long nanos;
  private long reads;

  private final IterationWatch watch =
      new IterationWatch(
          () -> {
            long before = ++reads;
            return () -> new Contention((double) before, null, null, ++reads, null);
          },
          () -> nanos,
          100,
          (warmup, number) -> told.add((warmup ? "w" : "i") + number));

  private void print(String text) {
    text.chars().forEach(c -> watch.accept(Character.toString((char) c)));
  }

  private void iteration(String line, long length, String result) {
    print(line);
    nanos += length;
    print(result + "\n");
  }

  @Test
  void eachMeasuredIterationIsWatchedFromItsBeginToItsResult() {
    print("# JMH version: 1.37\n# Fork: 1 of 1\n");
    iteration("# Warmup Iteration   1: ", 150, "12.1 ns/op");
    iteration("Iteration   1: ", 150, "11.9 ns/op");
    print("                 gc.alloc.rate: 0 MB/sec\n");
    iteration("Iteration   2: ", 150, "11.8 ns/op");
    assertEquals(List.of("w1", "i1", "i2"), told);
    assertEquals(
        List.of(
            new Contention(1.0, null, null, 2L, null), new Contention(3.0, null, null, 4L, null)),
        watch.contention(2));
  }

  @Test
  void aLineThatTheBenchmarkPrintsMakesItUnknown() {
    print("Iteration   1: ");
    nanos += 20;
    print("the benchmark says hello\n");
    nanos += 130;
    print("11.9 ns/op\n");
    assertEquals(List.of(UNKNOWN), watch.contention(1));
  }

  @Test
  void nothingIsKnownWhenAnIterationWasNotSeen() {
    iteration("Iteration   1: ", 150, "11.9 ns/op");
    assertEquals(List.of(), watch.contention(2));
  }

  @Test
  void whatLooksLikeAnIterationElsewhereIsNone() {
    iteration("my Iteration   1: ", 150, "x");
    iteration("Iteration   7: ", 150, "out of order");
    iteration("Iteration", 150, "");
    assertEquals(List.of(), watch.contention(1));
  }
}
