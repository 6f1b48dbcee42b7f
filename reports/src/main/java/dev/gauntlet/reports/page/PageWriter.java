package dev.gauntlet.reports.page;

import dev.gauntlet.reports.compare.Comparison;
import dev.gauntlet.reports.compare.RunDifference;
import dev.gauntlet.reports.export.Csv;
import dev.gauntlet.reports.page.model.Page;
import dev.gauntlet.reports.record.ConformanceMatrix;
import dev.gauntlet.reports.record.RaceMatrix;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Renders a comparison as one self-contained HTML page. */
public final class PageWriter {
  private PageWriter() {}

  /**
   * The page.
   *
   * @param comparison the run, compared
   * @param conformance which subject keeps which rule; null when not known
   * @param races how the races ended; null when not known
   * @param differences the run against others, may be empty
   */
  public static String render(
      Comparison comparison,
      @Nullable ConformanceMatrix conformance,
      @Nullable RaceMatrix races,
      List<RunDifference> differences) {
    return Templates.render("page.jte", page(comparison, conformance, races, differences));
  }

  private static Page page(
      Comparison comparison,
      @Nullable ConformanceMatrix conformance,
      @Nullable RaceMatrix races,
      List<RunDifference> differences) {
    Context context = Context.of(comparison, conformance);
    return new Page(
        Html.raw(StyleSheet.css()),
        Html.raw(StyleSheet.script()),
        Headings.header(comparison),
        Headings.banners(comparison),
        new Cards(context).all(),
        new Choices(context).build(),
        new GlanceTable(context).build(),
        comparison.notices().stream()
            .map(notice -> new Page.NoticeItem(notice.about(), notice.text()))
            .toList(),
        new Profiles(context).all(),
        new Scenarios(context).all(),
        Conformance.section(context),
        Races.section(context, races),
        differences.stream().map(difference -> Differences.section(context, difference)).toList(),
        Environment.facts(comparison.run()),
        Method.paragraphs(comparison),
        data(comparison));
  }

  private static List<Page.DataBlock> data(Comparison comparison) {
    String id = comparison.run().header().id().replaceAll("[^A-Za-z0-9-]", "_");
    return List.of(
        new Page.DataBlock(
            "data-comparison",
            "One line per row and subject, with the fork of every round",
            id + ".csv",
            Csv.comparison(comparison)));
  }
}
