package dev.gauntlet.reports.gate;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gauntlet.reports.record.Fields;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One finished fork of one arm.
 *
 * @param row index into {@link GateHeader#rows()}
 * @param stage what the pair is for
 * @param pair number of the pair within its row and stage, from 0; the other arm's fork has the
 *     same
 * @param arm which side
 * @param first whether this arm ran before the other
 * @param unit unit of the scores as JMH names it
 * @param iterations score of each measured iteration, in {@code unit}
 * @param secondary each secondary result's value per iteration, by JMH's name without a leading
 *     dot; a list may be shorter than {@code iterations} and its index is not the iteration's
 * @param contention one for each measured iteration, in order; empty when none is known
 * @param quiet whether the machine was quiet when the pair began; false when the wait ran out
 * @param startedAt start of the fork
 * @param durationMillis wall time in milliseconds, start of its JVM included
 * @param jmh the fork's own JMH JSON object; null when it was left out on reading
 */
public record GateFork(
    @JsonProperty(required = true) int row,
    Stage stage,
    @JsonProperty(required = true) int pair,
    Arm arm,
    boolean first,
    String unit,
    List<Double> iterations,
    Map<String, List<Double>> secondary,
    List<Contention> contention,
    boolean quiet,
    Instant startedAt,
    long durationMillis,
    @Nullable JsonNode jmh)
    implements GateLine {
  public GateFork {
    Fields.required(stage, "stage");
    Fields.required(arm, "arm");
    Fields.required(startedAt, "startedAt");
    unit = Fields.text(unit);
    iterations = Fields.list(iterations);
    secondary = lists(secondary);
    contention = Fields.list(contention);
  }

  private static Map<String, List<Double>> lists(@Nullable Map<String, List<Double>> values) {
    Map<String, List<Double>> copies = new LinkedHashMap<>(Fields.map(values));
    copies.replaceAll((name, list) -> Fields.list(list));
    return Collections.unmodifiableMap(copies);
  }
}
