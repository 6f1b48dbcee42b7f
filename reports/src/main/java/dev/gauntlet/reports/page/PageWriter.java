package dev.gauntlet.reports.page;

import dev.gauntlet.reports.compare.Comparison;
import dev.gauntlet.reports.compare.RunDifference;
import dev.gauntlet.reports.export.Csv;
import dev.gauntlet.reports.page.model.GateSection;
import dev.gauntlet.reports.page.model.Page;
import java.util.List;
import java.util.stream.Stream;

/** Renders a comparison as one self-contained HTML page. */
public final class PageWriter {
  private PageWriter() {}

  /**
   * The page.
   *
   * @param comparison the run, compared
   * @param evidence what else is known of its subjects
   * @param differences the run against others, may be empty
   */
  public static String render(
      Comparison comparison, Evidence evidence, List<RunDifference> differences) {
    return Templates.render("page.jte", page(comparison, evidence, differences));
  }

  private static Page page(
      Comparison comparison, Evidence evidence, List<RunDifference> differences) {
    Context context = Context.of(comparison, evidence.conformance());
    Gates gates = new Gates(evidence.gates());
    List<GateSection> gateSections = gates.sections();
    return new Page(
        Html.raw(StyleSheet.css()),
        Html.raw(StyleSheet.script()),
        Headings.header(comparison),
        Headings.banners(comparison),
        Stream.concat(new Cards(context).all().stream(), gates.cards().stream()).toList(),
        new Choices(context).build(),
        new GlanceTable(context).build(),
        comparison.notices().stream()
            .map(notice -> new Page.NoticeItem(notice.about(), notice.text()))
            .toList(),
        new Profiles(context).all(),
        new Scenarios(context).all(),
        Conformance.section(context),
        Races.section(context, evidence.races()),
        gateSections,
        differences.stream().map(difference -> Differences.section(context, difference)).toList(),
        Environment.facts(comparison.run()),
        Method.paragraphs(comparison),
        Stream.concat(Stream.of(data(comparison)), gateSections.stream().map(GateSection::data))
            .toList());
  }

  private static Page.DataBlock data(Comparison comparison) {
    String id = comparison.run().header().id().replaceAll("[^A-Za-z0-9-]", "_");
    return new Page.DataBlock(
        "data-comparison",
        "One line per row and subject, with the fork of every round",
        id + ".csv",
        Csv.comparison(comparison));
  }
}
