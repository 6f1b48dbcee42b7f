package dev.gauntlet.reports.record;

import java.util.List;

/**
 * One measured scenario.
 *
 * @param name simple name of the benchmark class
 * @param question the question it answers, one sentence
 * @param unit unit of its scores, for example {@code "us/op"}
 * @param mode JMH mode: {@code avgt}, {@code thrpt}, {@code sample} or {@code ss}
 * @param params names of its parameters, in the order they are to be shown
 * @param rules ids of the rules it relies on: a subject that breaks one is shown but not ranked
 */
public record ScenarioInfo(
    String name,
    String question,
    String unit,
    String mode,
    List<String> params,
    List<String> rules) {
  public ScenarioInfo {
    Fields.required(name, "scenario.name");
    question = Fields.text(question);
    unit = Fields.text(unit);
    mode = Fields.text(mode);
    params = Fields.list(params);
    rules = Fields.list(rules);
  }
}
