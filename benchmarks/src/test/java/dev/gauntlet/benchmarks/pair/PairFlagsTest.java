package dev.gauntlet.benchmarks.pair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.benchmarks.run.BenchUsageException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jmh.annotations.Mode;

class PairFlagsTest {
  private static PairFlags parse(String flags) {
    return PairFlags.parse(List.of(flags.split(" ")));
  }

  @Test
  void whatTheLoopDecidesIsTakenOut() {
    PairFlags flags =
        parse(
            "-wi 3 -w 100ms -i=4 -r 1s -p size=1,2 -bm avgt,ss -t 2 -gc true -jvmArgsAppend -Xmx1g");
    assertEquals(List.of("-gc", "true", "-jvmArgsAppend", "-Xmx1g", "-prof", "gc"), flags.passed());
    assertEquals(3, flags.warmupIterations().orElseThrow());
    assertEquals(4, flags.measurementIterations().orElseThrow());
    assertEquals(Optional.of(100L), flags.warmupMillis());
    assertEquals(Optional.of(1000L), flags.measurementMillis());
    assertEquals(Optional.of(List.of("1", "2")), flags.param("size"));
    assertEquals(List.of(Mode.AverageTime, Mode.SingleShotTime), flags.modes());
    assertEquals(Optional.of(2), flags.threads());
    assertEquals(List.of("-Xmx1g"), flags.jvmFlags());
  }

  @Test
  void theAllocationProfilerIsAddedOnce() {
    assertEquals(List.of("-prof", "gc"), parse("-prof gc").passed());
    assertEquals(List.of("-prof", "stack", "-prof", "gc"), parse("-prof stack").passed());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-f 2 | -f is not passed",
        "-wf 1 | -wf is not passed",
        "-rf csv | -rf is not passed",
        "-rff x | -rff is not passed",
        "-o x | -o is not passed",
        "-v EXTRA | -v is not passed",
        "-jvm java | -jvm is not passed",
        "-foe false | -foe is not passed",
        "Some.name | --include chooses",
        "-e Some | --include chooses",
        "-l | nothing would be measured",
        "-psize=1 | with a space",
        "--nonsense | JMH does not take these flags",
        "-wi many | JMH does not take these flags"
      })
  void whatContradictsTheLoopIsRefusedWithOneLine(String flags, String complaint) {
    BenchUsageException e = assertThrows(BenchUsageException.class, () -> parse(flags));
    assertTrue(String.valueOf(e.getMessage()).contains(complaint), e.getMessage());
    assertEquals(1, String.valueOf(e.getMessage()).lines().count());
  }
}
