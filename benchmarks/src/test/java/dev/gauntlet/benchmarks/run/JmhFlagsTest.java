package dev.gauntlet.benchmarks.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.benchmarks.profile.CpuProfiler;
import dev.gauntlet.benchmarks.profile.OwnFigures;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JmhFlagsTest {
  private static final ForkSettings SETTINGS =
      new ForkSettings(3, Duration.ofMillis(200), 4, Duration.ofMillis(100));

  private static JmhFlags flags(String text) {
    return JmhFlags.parse(text.isEmpty() ? List.of() : List.of(text.split(" ")));
  }

  @Test
  void iterationsAndTimesChangeTheSettings() {
    assertEquals(SETTINGS, flags("").applyTo(SETTINGS));
    assertEquals(
        new ForkSettings(1, Duration.ofMillis(50), 2, Duration.ofSeconds(2)),
        flags("-wi 1 -w 50ms -i 2 -r 2").applyTo(SETTINGS));
  }

  @Test
  void flagsOfTheJvmSurroundOurs() {
    assertEquals(
        List.of("-Da=1", "-Xmx1g", "-Db=2"),
        flags("-jvmArgsPrepend -Da=1 -jvmArgsAppend -Db=2").jvmFlags(List.of("-Xmx1g")));
  }

  @Test
  void aCollectorThatIsChosenReplacesOurs() {
    assertEquals(
        List.of("-Xmx1g", "-XX:+UseParallelGC"),
        flags("-jvmArgsAppend -XX:+UseParallelGC").jvmFlags(List.of("-Xmx1g", "-XX:+UseG1GC")));
    assertEquals(
        List.of("-XX:+UseG1GC", "-XX:+UseCompactObjectHeaders"),
        flags("-jvmArgs -XX:+UseCompactObjectHeaders").jvmFlags(List.of("-XX:+UseG1GC")));
  }

  @Test
  void profilersAreAddedToOurs() {
    assertEquals(
        List.of(CpuProfiler.class.getName(), OwnFigures.class.getName(), "gc"),
        flags("").profilers());
    assertEquals(
        List.of(CpuProfiler.class.getName(), OwnFigures.class.getName(), "gc", "stack"),
        flags("-prof stack").profilers());
    assertEquals(
        List.of(CpuProfiler.class.getName(), OwnFigures.class.getName()),
        flags("-prof gc").addedProfilers(),
        "not twice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-f 3",
        "-wf 1",
        "-wm BULK",
        "-wmb x",
        "-t 2",
        "-tg 1,2",
        "-bm avgt",
        "-tu ns",
        "-opi 3",
        "-p subject=x",
        "-psubject=x",
        "-foe false",
        "-rf json",
        "-rff x.json",
        "-o x",
        "-jvm java",
        "FanOut",
        "-e FanOut",
        "-l",
        "-lp",
        "-lprof",
        "-lrf",
        "-h"
      })
  void whatContradictsTheLoopIsRefused(String text) {
    String message = assertThrows(BenchUsageException.class, () -> flags(text)).getMessage();
    assertEquals(1, message.lines().count(), message);
    assertTrue(message.contains("is not passed to JMH here"), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-gc true", "-si false", "-to 5s", "-v EXTRA", "-bs 1", "-wm INDI"})
  void whatDoesNotIsPassedThrough(String text) {
    assertEquals(List.of(text.split(" ")), flags(text).text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-zz", "-i none", "-prof nosuch"})
  void whatJmhDoesNotTakeIsRefusedWithItsReason(String text) {
    String message = assertThrows(BenchUsageException.class, () -> flags(text)).getMessage();
    assertEquals(1, message.lines().count(), message);
  }
}
