package dev.gauntlet.reports.page.model;

import gg.jte.Content;
import java.util.List;

/**
 * The evidence of one scenario.
 *
 * @param anchor id of the section
 * @param name name of the scenario
 * @param question the question it answers
 * @param how mode and unit in words
 * @param rules the rules it relies on
 * @param rows its rows
 * @param scaling charts over the number of threads; empty when only one was measured
 */
public record ScenarioSection(
    String anchor,
    String name,
    String question,
    String how,
    List<RuleLink> rules,
    List<RowSection> rows,
    List<Figure> scaling) {

  /**
   * A rule.
   *
   * @param id its id
   * @param anchor id of its row in the conformance matrix; empty when there is none
   */
  public record RuleLink(String id, String anchor) {}

  /**
   * A chart with the sentence under it.
   *
   * @param chart the chart as SVG
   * @param caption how to read it
   */
  public record Figure(Content chart, String caption) {}

  /**
   * One row.
   *
   * @param anchor id of the section
   * @param title parameters and threads
   * @param answer what came out, in sentences
   * @param figures its charts
   * @param unit unit of the numbers
   * @param cpuUnit unit of the CPU times; empty when there are none
   * @param hasSwitches whether context switches were counted
   * @param limit the step of the machine that limits the row; empty when there is none
   * @param csv what the lines of this row begin with in the CSV of the page
   * @param numbers one line per subject, the fastest first
   * @param percentiles names of the sampled percentiles; empty unless sampled
   * @param failures forks that failed, one line each
   */
  public record RowSection(
      String anchor,
      String title,
      List<String> answer,
      List<Figure> figures,
      String unit,
      String cpuUnit,
      boolean hasSwitches,
      String limit,
      String csv,
      List<NumberLine> numbers,
      List<String> percentiles,
      List<String> failures) {

    /** The class that has the column of the verdict, words among numbers, set as words. */
    public String verdictColumn() {
      int column = 6 + (cpuUnit.isEmpty() ? 0 : 1) + (hasSwitches ? 1 : 0);
      return "words-" + column;
    }
  }

  /**
   * One subject in numbers.
   *
   * @param subject its name
   * @param mean geometric mean of the forks
   * @param interval interval of the mean
   * @param median median of the forks
   * @param range least and greatest fork
   * @param forks number of forks
   * @param ratio ratio to the baseline with its interval
   * @param verdict the verdict in words
   * @param bestPeer ratio to the best peer with its interval
   * @param limit ratio to the limit of the machine with its interval
   * @param bytes allocated bytes per operation
   * @param cpu CPU time per operation
   * @param switches context switches per operation
   * @param percentiles sampled times, one per percentile
   */
  public record NumberLine(
      String subject,
      String mean,
      String interval,
      String median,
      String range,
      String forks,
      String ratio,
      String verdict,
      String bestPeer,
      String limit,
      String bytes,
      String cpu,
      String switches,
      List<String> percentiles) {}
}
