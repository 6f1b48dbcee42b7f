package dev.gauntlet.reports;

import dev.gauntlet.reports.compare.CompareOptions;
import dev.gauntlet.reports.compare.Comparison;
import dev.gauntlet.reports.compare.RunDifference;
import dev.gauntlet.reports.compare.RunsAbreast;
import dev.gauntlet.reports.export.ComparisonJson;
import dev.gauntlet.reports.export.ComparisonTable;
import dev.gauntlet.reports.export.Csv;
import dev.gauntlet.reports.export.HeadlineTable;
import dev.gauntlet.reports.export.Markdown;
import dev.gauntlet.reports.export.RunsTable;
import dev.gauntlet.reports.export.TextStyle;
import dev.gauntlet.reports.page.Evidence;
import dev.gauntlet.reports.page.Headline;
import dev.gauntlet.reports.page.PageWriter;
import dev.gauntlet.reports.record.AtomicFiles;
import dev.gauntlet.reports.record.ReportException;
import dev.gauntlet.reports.record.RunRecordReader;
import java.nio.file.Path;
import java.util.List;

/**
 * Everything that can be made of run records.
 *
 * <p>A run is named by its record or by the directory that holds it. Every method throws {@link
 * ReportException}, with one line for the person at the terminal, when a file is missing, is no run
 * record or cannot be written.
 */
public final class Reports {
  /** Name of the page inside the directory of its run. */
  public static final String PAGE_NAME = "report.html";

  private Reports() {}

  /** Writes the page of a run into its directory and returns its path. */
  public static Path writePage(Path run) {
    Path page = RunRecordReader.file(run).resolveSibling(PAGE_NAME);
    writePage(List.of(run), page, CompareOptions.defaults());
    return page;
  }

  /** Writes one page with the default options. */
  public static void writePage(List<Path> runs, Path page) {
    writePage(runs, page, CompareOptions.defaults());
  }

  /**
   * Writes one page about the first run; every further run is set against it.
   *
   * @param runs at least one run
   * @param page where to write
   * @param options how to compare
   */
  public static void writePage(List<Path> runs, Path page, CompareOptions options) {
    writePage(runs, List.of(), page, options);
  }

  /**
   * Writes one page about the first run; every further run is set against it.
   *
   * @param runs at least one run
   * @param gates logs of gates that are shown, too, beside one in the directory of the first run
   * @param page where to write
   * @param options how to compare
   */
  public static void writePage(
      List<Path> runs, List<Path> gates, Path page, CompareOptions options) {
    AtomicFiles.write(page, page(runs, gates, options));
  }

  /** The page about the first run, with every further run set against it. */
  public static String page(List<Path> runs, CompareOptions options) {
    return page(runs, List.of(), options);
  }

  private static String page(List<Path> runs, List<Path> gates, CompareOptions options) {
    if (runs.isEmpty()) {
      throw new ReportException("no run given: name a run directory or a run.jsonl");
    }
    LoadedRun main = LoadedRun.load(runs.get(0));
    Comparison comparison = main.compare(options);
    List<RunDifference> differences =
        runs.stream()
            .skip(1)
            .map(LoadedRun::load)
            .map(other ->
                RunDifference.between(other.compare(withoutBaseline(options)), comparison)
                    .judgedTogether())
            .toList();
    return PageWriter.render(
        comparison,
        new Evidence(main.conformance(), main.races(), GateReports.of(runs.get(0), gates)),
        differences);
  }

  /** The comparison of a run as a table for the terminal. */
  public static String table(Path run, CompareOptions options, TextStyle style) {
    return ComparisonTable.of(compare(run, options), style);
  }

  /** The comparison of a run as Markdown. */
  public static String markdown(Path run, CompareOptions options) {
    return Markdown.of(compare(run, options));
  }

  /** The comparison of a run as CSV. */
  public static String csv(Path run, CompareOptions options) {
    return Csv.comparison(compare(run, options));
  }

  /** The comparison of a run as JSON. */
  public static String json(Path run, CompareOptions options) {
    return ComparisonJson.of(compare(run, options));
  }

  /** What a README shows of a run, in Markdown: the limit, the best peer and Gauntlet's own. */
  public static String headline(Path run, CompareOptions options) {
    return HeadlineTable.of(compare(run, options));
  }

  /** The headline of a run as an SVG file. */
  public static String svg(Path run, CompareOptions options) {
    LoadedRun loaded = LoadedRun.load(run);
    return Headline.svg(loaded.compare(options));
  }

  /** The comparison of a run. */
  public static Comparison compare(Path run, CompareOptions options) {
    return LoadedRun.load(run).compare(options);
  }

  /** Any number of runs side by side, each set against the first, as a table for the terminal. */
  public static String runsTable(List<Path> runs, CompareOptions options, TextStyle style) {
    return RunsTable.of(abreast(runs, options), style);
  }

  /** Any number of runs, each set against the first. */
  public static RunsAbreast abreast(List<Path> runs, CompareOptions options) {
    CompareOptions each = withoutBaseline(options);
    return RunsAbreast.of(runs.stream().map(run -> compare(run, each)).toList());
  }

  /** The baseline of one run need not have been measured in another. */
  private static CompareOptions withoutBaseline(CompareOptions options) {
    return options.withBaseline(null);
  }
}
