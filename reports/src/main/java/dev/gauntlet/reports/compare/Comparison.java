package dev.gauntlet.reports.compare;

import dev.gauntlet.reports.record.RunRecord;
import dev.gauntlet.reports.record.ScenarioInfo;
import dev.gauntlet.reports.record.SubjectInfo;
import java.util.List;

/**
 * The subjects of one run against a baseline.
 *
 * @param run the run
 * @param options how it was compared; the baseline is filled in
 * @param baseline subject the others are compared with
 * @param subjects the subjects that were measured, in the order of the run
 * @param scenarios the scenarios that were measured, in the order of the run
 * @param rows scenario by scenario
 * @param groups which subjects of each row can be told apart, in the order of the rows
 * @param notices what a reader should know before quoting a number, most important first
 */
public record Comparison(
    RunRecord run,
    CompareOptions options,
    String baseline,
    List<SubjectInfo> subjects,
    List<ScenarioInfo> scenarios,
    List<Row> rows,
    List<RowGroups> groups,
    List<Notice> notices) {

  /** The rows in which executors were measured; all where only the machine was. */
  public List<Row> executorRows() {
    List<String> names = executors().stream().map(SubjectInfo::name).toList();
    return rows.stream()
        .filter(row -> row.cells().stream().anyMatch(cell -> names.contains(cell.subject())))
        .toList();
  }

  /** How many pairs of subjects are judged together. */
  public int pairs() {
    return groups.stream().mapToInt(group -> group.contrasts().size()).sum();
  }

  /** The rows of a scenario. */
  public List<Row> rows(String scenario) {
    return rows.stream().filter(row -> row.key().scenario().equals(scenario)).toList();
  }

  /** The subjects without the machine itself; it is among them where nothing else was measured. */
  public List<SubjectInfo> executors() {
    List<SubjectInfo> executors =
        subjects.stream().filter(subject -> subject.kind() != SubjectInfo.Kind.LIMIT).toList();
    return executors.isEmpty() ? subjects : executors;
  }
}
