package dev.gauntlet.reports.gate.output;

import dev.gauntlet.reports.gate.Arm;
import dev.gauntlet.reports.gate.GateFork;
import dev.gauntlet.reports.gate.GateLog;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * All forks of one arm in the form of JMH's own JSON, for the tools that read that. Forks that JMH
 * wrote one by one become the forks of one result; errors are computed over forks, not over
 * iterations as JMH does, since iterations of a fork are no independent evidence.
 */
public final class ArmJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private ArmJson() {}

  /**
   * The results of an arm.
   *
   * @param log read with JMH's own objects; forks without one are left out
   */
  public static String of(GateLog log, Arm arm) {
    ArrayNode results = MAPPER.createArrayNode();
    IntStream.range(0, log.header().rows().size())
        .mapToObj(row -> forks(log, arm, row))
        .filter(forks -> !forks.isEmpty())
        .forEach(forks -> results.add(merged(forks)));
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(results) + "\n";
  }

  private static List<JsonNode> forks(GateLog log, Arm arm, int row) {
    return log.forks().stream()
        .filter(fork -> fork.arm() == arm && fork.row() == row)
        .map(GateFork::jmh)
        .filter(Objects::nonNull)
        .toList();
  }

  private static ObjectNode merged(List<JsonNode> forks) {
    ObjectNode result = (ObjectNode) forks.getFirst().deepCopy();
    result.put("forks", forks.size());
    result.set(
        "primaryMetric",
        MergedMetric.of(forks.stream().map(fork -> fork.path("primaryMetric")).toList()));
    ObjectNode secondary = result.putObject("secondaryMetrics");
    forks.stream()
        .flatMap(fork -> fork.path("secondaryMetrics").properties().stream())
        .map(metric -> metric.getKey())
        .distinct()
        .forEach(name ->
            secondary.set(
                name,
                MergedMetric.of(
                    forks.stream()
                        .map(fork -> fork.path("secondaryMetrics").path(name))
                        .filter(JsonNode::isObject)
                        .toList())));
    return result;
  }
}
