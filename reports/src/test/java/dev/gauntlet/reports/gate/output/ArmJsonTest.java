package dev.gauntlet.reports.gate.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gauntlet.reports.gate.Arm;
import dev.gauntlet.reports.gate.GateFork;
import dev.gauntlet.reports.gate.GateLog;
import dev.gauntlet.reports.gate.SampleLogs;
import dev.gauntlet.reports.record.RunRecordWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ArmJsonTest {
  private static GateFork fork(int pair, Arm arm, String metric, String secondary) {
    GateFork plain = SampleLogs.fork(0, pair, arm, 1);
    String json =
        "{'jmhVersion':'1.37','benchmark':'a.B.one','mode':'avgt','forks':1,'primaryMetric':"
            + metric
            + ",'secondaryMetrics':{"
            + secondary
            + "}}";
    return new GateFork(
        0,
        plain.stage(),
        pair,
        arm,
        plain.first(),
        plain.unit(),
        plain.iterations(),
        plain.secondary(),
        plain.contention(),
        true,
        plain.startedAt(),
        1,
        RunRecordWriter.rawJson(json.replace('\'', '"')));
  }

  private static JsonNode merged(GateFork... forks) {
    GateLog log =
        new GateLog(SampleLogs.header("a.B.one"), List.of(forks), List.of(), null, List.of());
    return JsonMapper.builder().build().readTree(ArmJson.of(log, Arm.BASE));
  }

  /**
   * Mean 3, deviation 1.4142, error 636.62 x 1.4142 / sqrt(2): Student's t for 99.9 %, 1 degree.
   */
  @Test
  void forksBecomeTheForksOfOneResult() {
    JsonNode results =
        merged(
            fork(0, Arm.BASE, "{'score':2,'scoreUnit':'us/op','rawData':[[1,3]]}", ""),
            fork(0, Arm.CANDIDATE, "{'score':9,'scoreUnit':'us/op','rawData':[[9]]}", ""),
            fork(
                1,
                Arm.BASE,
                "{'score':4,'scoreUnit':'us/op','rawData':[[5,3]]}",
                "'gc.count':{'score':'NaN','scoreUnit':'counts','rawData':[[]]}"));
    assertEquals(1, results.size());
    JsonNode result = results.get(0);
    assertEquals(2, result.path("forks").asInt());
    JsonNode metric = result.path("primaryMetric");
    assertEquals("[[1,3],[5,3]]", metric.path("rawData").toString());
    assertEquals(3, metric.path("score").asDouble());
    assertEquals(636.62, metric.path("scoreError").asDouble(), 0.01);
    assertEquals(3, metric.path("scorePercentiles").path("50.0").asDouble());
    assertEquals(5, metric.path("scorePercentiles").path("100.0").asDouble());
    assertEquals("us/op", metric.path("scoreUnit").asString());
    assertEquals("NaN", result.path("secondaryMetrics").path("gc.count").path("score").asString());
  }

  @Test
  void sampledTimesKeepTheirHistograms() {
    JsonNode metric =
        merged(
                fork(
                    0,
                    Arm.BASE,
                    "{'score':2,'scoreUnit':'us/op','rawDataHistogram':[[[[1.0,98],[7.0,2]]]]}",
                    ""))
            .get(0)
            .path("primaryMetric");
    assertEquals(1, metric.path("scorePercentiles").path("90.0").asDouble());
    assertEquals(7, metric.path("scorePercentiles").path("99.0").asDouble());
    assertEquals("NaN", metric.path("scoreError").asString(), "one fork has no error");
    assertEquals(1, metric.path("rawDataHistogram").size());
  }
}
