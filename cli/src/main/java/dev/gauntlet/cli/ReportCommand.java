package dev.gauntlet.cli;

import dev.gauntlet.reports.Reports;
import dev.gauntlet.reports.compare.CompareOptions;
import dev.gauntlet.reports.record.AtomicFiles;
import dev.gauntlet.reports.record.RunRecordReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes pages and tables out of run records. */
@Command(
    name = "report",
    description = {
      "Writes one self-contained page about a run.",
      "Further runs are set against it.",
      "What lies in the folder of the run is shown on the page, too: rules, races and a gate.",
      "Each command writes it there:",
      "  gauntlet conform -o RUN",
      "  gauntlet stress -o RUN",
      "  gauntlet gate --state RUN/gate.jsonl --base a.jar --candidate b.jar"
    },
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "RUN",
      description = "The folder of a run, or its run.jsonl.")
  private List<Path> runs = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The page; default: report.html in the folder of the first run.")
  private @Nullable Path page;

  @Option(
      names = "--baseline",
      completionCandidates = Completions.OfSubjects.class,
      paramLabel = "SUBJECT",
      description = "The subject that the others are compared with.")
  private @Nullable String baseline;

  @Option(
      names = "--gate",
      paramLabel = "LOG",
      description = "Also show this gate: its log or the folder of it. Can be repeated.")
  private List<Path> gates = List.of();

  @Mixin private TableOptions tables;

  @Mixin private HeadlineOption headline;

  @Option(
      names = "--confidence",
      paramLabel = "PERCENT",
      converter = Fraction.class,
      defaultValue = "95%",
      description = "Confidence of each interval; default: ${DEFAULT-VALUE}.")
  private double confidence;

  @Option(
      names = "--svg",
      paramLabel = "FILE",
      description = "Also write the headline as a chart, for a README.")
  private @Nullable Path svg;

  @Option(names = "--json", description = "Print the comparison as JSON instead of a table.")
  private boolean json;

  ReportCommand() {}

  @Override
  public Integer call() {
    CompareOptions options =
        CompareOptions.defaults().withBaseline(baseline).withConfidence(confidence);
    Path first = runs.get(0);
    Path target =
        page == null ? RunRecordReader.file(first).resolveSibling(Reports.PAGE_NAME) : page;
    Reports.writePage(runs, gates, target, options);
    tables.write(() -> Reports.markdown(first, options), () -> Reports.csv(first, options));
    if (svg != null) {
      AtomicFiles.write(svg, Reports.svg(first, options));
    }
    headline.write(first, options);
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        json ? Reports.json(first, options) : Reports.table(first, options, Terminal.style()));
    if (!json) {
      out.println("page    " + target);
    }
    out.flush();
    return 0;
  }
}
