package dev.gauntlet.reports.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One measured scenario.
 *
 * @param name simple name of the benchmark class
 * @param question the question it answers, one sentence
 * @param unit unit of its scores, for example {@code "us/op"}
 * @param mode JMH mode: {@code avgt}, {@code thrpt}, {@code sample} or {@code ss}
 * @param params names of its parameters, in the order they are to be shown
 * @param rules ids of the rules it relies on: a subject that breaks one is shown but not ranked
 * @param limit the benchmark that measures the step of the machine that no subject can do without,
 *     for example {@code "Limits.parkRoundTrip"}; null when none is known
 */
public record ScenarioInfo(
    String name,
    String question,
    String unit,
    String mode,
    List<String> params,
    List<String> rules,
    @Nullable String limit) {
  public ScenarioInfo {
    Fields.required(name, "scenario.name");
    question = Fields.text(question);
    unit = Fields.text(unit);
    mode = Fields.text(mode);
    params = Fields.list(params);
    rules = Fields.list(rules);
  }
}
