package dev.gauntlet.stress.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jcstress.Options;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.DiskWriteCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.runners.TestConfig;
import org.openjdk.jcstress.infra.runners.TestList;
import org.openjdk.jcstress.os.AffinityMode;
import org.openjdk.jcstress.os.NodeType;
import org.openjdk.jcstress.os.SchedulingClass;
import org.openjdk.jcstress.util.Environment;
import org.openjdk.jcstress.vm.CompileMode;

/** What jcstress writes about a race that goes wrong fails, by jcstress's own classes. */
class ResultReaderTest {
  private static final String RACE = "dev.gauntlet.stress.SettleVsAwaitRace.LockFree";
  private static final String CONTROL =
      "dev.gauntlet.stress.SettleVsAwaitRace.LostRegistrationControl";
  private static final String GOOD = "value, settled";

  @TempDir Path directory;
  private int jvm;

  @Test
  void whatTheRaceNames_passes() throws IOException {
    write(RACE, Status.NORMAL, Map.of(GOOD, 100L));
    assertEquals(Verdict.PASSED, judged(RACE).verdict());
    assertEquals(100, judged(RACE).samples());
  }

  @Test
  void whatTheRaceDoesNotName_isForbidden() throws IOException {
    write(RACE, Status.NORMAL, Map.of(GOOD, 1_000_000L, "heard of, never", 1L));
    assertEquals(Verdict.FORBIDDEN_OUTCOME, judged(RACE).verdict());
  }

  /** What its control may show, a subject may not. */
  @Test
  void whatOnlyTheControlNames_isForbiddenToTheSubject() throws IOException {
    write(RACE, Status.NORMAL, Map.of(GOOD, 100L, "late, settled", 1L));
    write(CONTROL, Status.NORMAL, Map.of(GOOD, 100L, "late, settled", 1L));
    assertEquals(Verdict.FORBIDDEN_OUTCOME, judged(RACE).verdict());
    assertEquals(Verdict.PASSED, judged(CONTROL).verdict());
  }

  @Test
  void aControlThatShowsNothing_fails() throws IOException {
    write(CONTROL, Status.NORMAL, Map.of(GOOD, 100L));
    assertEquals(Verdict.SILENT_CONTROL, judged(CONTROL).verdict());
  }

  @Test
  void oneJvmOfManyThatDoesNotEnd_isAnError() throws IOException {
    write(RACE, Status.NORMAL, Map.of(GOOD, 100L));
    write(RACE, Status.TIMEOUT_ERROR, Map.of());
    write(RACE, Status.NORMAL, Map.of(GOOD, 100L));
    RaceResult result = judged(RACE);
    assertEquals(Verdict.ERROR, result.verdict());
    assertEquals(1, result.errors().size());
    assertTrue(result.errors().getFirst().startsWith("TIMEOUT_ERROR"), result.errors()::toString);
  }

  @Test
  void aJvmThatLeavesNothing_isMissed() throws IOException {
    write(RACE, Status.NORMAL, Map.of(GOOD, 100L));
    write(RACE, Status.NORMAL, Map.of(GOOD, 100L));
    List<Sampling> read = ResultReader.read(List.of(directory));
    StressRun.ensureComplete(2, read, directory);
    StressFailedException missed =
        assertThrows(
            StressFailedException.class, () -> StressRun.ensureComplete(3, read, directory));
    assertTrue(missed.getMessage().startsWith("of 3 JVMs 1 left no result"), missed.getMessage());
  }

  private void write(String race, Status status, Map<String, Long> seen) throws IOException {
    TestResult result = new TestResult(status);
    result.setConfig(
        new TestConfig(
            options(),
            TestList.getInfo(race),
            jvm,
            List.of(),
            CompileMode.UNIFIED,
            new SchedulingClass(AffinityMode.NONE, 2, NodeType.PACKAGE)));
    result.setEnv(new Environment());
    seen.forEach(result::addState);
    DiskWriteCollector file =
        new DiskWriteCollector(directory.resolve("jvm-" + jvm++ + ".bin.gz").toString());
    file.add(result);
    file.close();
  }

  private static Options options() throws IOException {
    Options options = new Options(new String[] {"-t", "none"});
    options.parse();
    return options;
  }

  private RaceResult judged(String race) {
    RaceTest test =
        RaceCatalog.read().tests().stream()
            .filter(known -> known.name().equals(race))
            .findFirst()
            .orElseThrow();
    return new Gate(100, 2).judge(List.of(test), ResultReader.read(List.of(directory))).getFirst();
  }
}
