package dev.gauntlet.cli;

import dev.gauntlet.reports.Reports;
import dev.gauntlet.reports.compare.CompareOptions;
import dev.gauntlet.reports.record.AtomicFiles;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the headline of a run goes. */
final class HeadlineOption {
  @Option(
      names = "--headline",
      paramLabel = "FILE",
      description = "Also write the headline as a Markdown table: limit, best peer, our own.")
  private @Nullable Path headline;

  HeadlineOption() {}

  /** Writes the table if it was asked for. */
  void write(Path run, CompareOptions options) {
    if (headline != null) {
      AtomicFiles.write(headline, Reports.headline(run, options));
    }
  }
}
