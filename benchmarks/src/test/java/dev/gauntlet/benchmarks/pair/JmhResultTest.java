package dev.gauntlet.benchmarks.pair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.reports.record.RunRecordWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JmhResultTest {
  private static JmhResult of(String json) throws PairForkException {
    return JmhResult.of(RunRecordWriter.rawJson(json.replace('\'', '"')));
  }

  @Test
  void scoresAndSecondaryResultsAreRead() throws PairForkException {
    JmhResult result =
        of(
            "[{'primaryMetric':{'score':2,'scoreUnit':'us/op','rawData':[[1.5,2.5]]},"
                + "'secondaryMetrics':{'gc.alloc.rate.norm':{'rawData':[[16.0,'NaN']]}}}]");
    assertEquals("us/op", result.unit());
    assertEquals(List.of(1.5, 2.5), result.iterations());
    assertEquals(Map.of("gc.alloc.rate.norm", List.of(16.0)), result.secondary());
  }

  /** JMH before 1.37 began the names of secondary results with a middle dot. */
  @Test
  void theDotOfOlderVersionsIsDropped() throws PairForkException {
    JmhResult result =
        of(
            "[{'primaryMetric':{'scoreUnit':'us/op','rawData':[[1]]},"
                + "'secondaryMetrics':{'\u00b7gc.count':{'rawData':[[]]}}}]");
    assertEquals(Map.of("gc.count", List.of()), result.secondary());
  }

  @Test
  void sampledTimesAreMeansOfTheirHistograms() throws PairForkException {
    JmhResult result =
        of(
            "[{'primaryMetric':{'scoreUnit':'us/op','rawDataHistogram':"
                + "[[[[1.0,3],[5.0,1]],[[2.0,1]]]]}}]");
    assertEquals(List.of(2.0, 2.0), result.iterations());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[] | JMH gave 0 results for one fork",
        "{} | JMH gave 0 results for one fork",
        "[{},{}] | JMH gave 2 results for one fork",
        "[{}] | no iterations",
        "[{'primaryMetric':{'rawData':[[1,'NaN']]}}] | iteration 2 has the score NaN",
        "[{'primaryMetric':{'rawData':[['+INF']]}}] | iteration 1 has the score NaN",
        "[{'primaryMetric':{'rawData':[[0.0]]}}] | iteration 1 has the score 0.0",
        "[{'primaryMetric':{'rawData':[[-1]]}}] | iteration 1 has the score -1.0",
        "[{'primaryMetric':{'rawDataHistogram':[[[]]]}}] | iteration 1 has the score NaN"
      })
  void whatIsNoScoreIsAFailureThatSaysSo(String json, String reason) {
    PairForkException e = assertThrows(PairForkException.class, () -> of(json));
    assertTrue(String.valueOf(e.getMessage()).contains(reason), e.getMessage());
  }

  @Test
  void aMissingOrCutOffFileIsAFailure(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("result.json");
    assertThrows(PairForkException.class, () -> JmhResult.read(file));
    Files.writeString(file, "[{\"primaryMetric\":");
    assertThrows(PairForkException.class, () -> JmhResult.read(file));
  }
}
