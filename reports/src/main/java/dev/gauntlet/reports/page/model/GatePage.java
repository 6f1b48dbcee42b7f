package dev.gauntlet.reports.page.model;

import dev.gauntlet.reports.page.model.Page.Card;
import dev.gauntlet.reports.page.model.Page.DataBlock;
import dev.gauntlet.reports.page.model.Page.Header;
import dev.gauntlet.reports.page.model.ScenarioSection.Figure;
import gg.jte.Content;
import java.util.List;

/**
 * The page of a gate.
 *
 * @param style the style sheet
 * @param script the script
 * @param header what was judged against what
 * @param answer the verdict on the whole
 * @param notices what to know before believing it
 * @param lines everything that was gated, the worst first
 * @param figures a chart per score
 * @param environment machine and settings, one fact each
 * @param visibility what the machine can see, one fact each
 * @param reproduce the command that measures the same again
 * @param method how a verdict is reached, one paragraph each
 * @param data the numbers themselves
 */
public record GatePage(
    Content style,
    Content script,
    Header header,
    Card answer,
    List<String> notices,
    List<Line> lines,
    List<Figure> figures,
    List<String> environment,
    List<String> visibility,
    String reproduce,
    List<String> method,
    DataBlock data) {

  /**
   * One thing that was gated.
   *
   * @param name name of the row
   * @param score which number of it
   * @param change the change
   * @param interval its interval; empty when there is none
   * @param tone class of the verdict's cell
   * @param words the verdict and what follows from it
   * @param pairs kept pairs, and how many were not kept
   */
  public record Line(
      String name,
      String score,
      String change,
      String interval,
      String tone,
      String words,
      String pairs) {}
}
