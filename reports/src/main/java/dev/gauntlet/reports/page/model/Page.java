package dev.gauntlet.reports.page.model;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole page.
 *
 * @param style the style sheet
 * @param script the script
 * @param header title, what was measured and where
 * @param banners what must be read first; empty when there is nothing
 * @param cards the answers in short
 * @param choice which subject to take for what
 * @param glance the speed table
 * @param notices what to know before quoting a number
 * @param profiles each subject across the scenarios; empty when nothing can be set against peers
 * @param scenarios the evidence, scenario by scenario
 * @param conformance rules by subjects; null when the run has no conformance matrix
 * @param races races by subjects; null when the run has no race matrix
 * @param gates verdicts of gates; empty when there are none
 * @param differences this run against others
 * @param environment the machine and the settings
 * @param method how the numbers were made, one paragraph each
 * @param data the numbers themselves
 */
public record Page(
    Content style,
    Content script,
    Header header,
    List<Banner> banners,
    List<Card> cards,
    Choice choice,
    Glance glance,
    List<NoticeItem> notices,
    List<Profile> profiles,
    List<ScenarioSection> scenarios,
    @Nullable ConformanceSection conformance,
    @Nullable RaceSection races,
    List<GateSection> gates,
    List<DifferenceSection> differences,
    List<Fact> environment,
    List<String> method,
    List<DataBlock> data) {

  /**
   * Title and what was measured where.
   *
   * @param title names of the subjects the run is about
   * @param subtitle what they are compared with
   * @param facts short facts for one line
   */
  public record Header(String title, String subtitle, List<String> facts) {}

  /**
   * A sentence that must not be missed.
   *
   * @param headline a few words
   * @param text what it means and what to do
   */
  public record Banner(String headline, String text) {}

  /**
   * An answer in short.
   *
   * @param tone {@code good}, {@code bad}, {@code warn} or {@code plain}
   * @param glyph decoration
   * @param headline the answer
   * @param lines details
   */
  public record Card(String tone, String glyph, String headline, List<String> lines) {}

  /**
   * Something to know before quoting a number.
   *
   * @param about what it is about; empty for the whole run
   * @param text one sentence
   */
  public record NoticeItem(String about, String text) {}

  /**
   * A named fact.
   *
   * @param term its name
   * @param text its content
   */
  public record Fact(String term, String text) {}

  /**
   * Numbers to copy.
   *
   * @param id unique on the page
   * @param title what they are
   * @param fileName name to save them under
   * @param text the numbers as CSV
   */
  public record DataBlock(String id, String title, String fileName, String text) {}
}
