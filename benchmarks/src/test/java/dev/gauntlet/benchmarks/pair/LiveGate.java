package dev.gauntlet.benchmarks.pair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gauntlet.reports.gate.GateHeader;
import dev.gauntlet.reports.gate.GateLogReader;
import dev.gauntlet.reports.gate.GateSettings;
import dev.gauntlet.reports.gate.GateState;
import dev.gauntlet.reports.gate.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whole gates over real forks, minutes each, on a machine with nothing else to do: {@code mvn -pl
 * benchmarks -am test -Dtest=LiveGate -Dsurefire.failIfNoSpecifiedTests=false
 * -Dgauntlet.tests.required=false -Dgauntlet.tests.timeout=7200}. No build runs it: its name is
 * that of no test.
 */
@Timeout(value = 2, unit = TimeUnit.HOURS)
class LiveGate {
  @TempDir private Path run;

  private Verdict judge(String injected) throws IOException {
    SampleJar sample = SampleJar.compile(run.resolve("classes"));
    GateSettings quick = Requests.settings(GateSettings.Plan.FULL, List.of(8, 10, 12, 16, 20, 24));
    PairRequest request =
        new PairRequest(
            GateHeader.Purpose.GATE,
            ArmRequest.of(sample.pack(run.resolve("base.jar"), "tokens=1000")),
            ArmRequest.of(sample.pack(run.resolve("candidate.jar"), injected.replace(' ', '\n'))),
            Pattern.compile("Sample.work"),
            List.of(),
            quick,
            List.of("-p", "size=1", "-wi", "5", "-w", "400ms", "-i", "6", "-r", "400ms"),
            Duration.ofMinutes(20),
            run.resolve("gate.jsonl"),
            false,
            null);
    try (PairSession session = PairSession.open(request)) {
      session.run(PairListener.NONE);
    }
    return GateState.of(GateLogReader.read(run.resolve("gate.jsonl"))).verdict();
  }

  @Test
  void theSameCodeIsNotRegressed() throws IOException {
    Verdict verdict = judge("tokens=1000");
    assertEquals(verdict, verdict.compareTo(Verdict.REGRESSED) < 0 ? verdict : Verdict.PASS);
  }

  @ParameterizedTest
  @CsvSource({
    "tokens=1100",
    "tokens=1200",
    "tokens=1000 bytes=16",
    "tokens=1000 parkNanos=1000",
    "tokens=1000 stallEvery=100 stallTokens=20000"
  })
  void whatIsInjectedIsRegressed(String injected) throws IOException {
    assertEquals(Verdict.REGRESSED, judge(injected));
  }
}
