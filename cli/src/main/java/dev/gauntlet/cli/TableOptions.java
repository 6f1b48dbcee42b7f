package dev.gauntlet.cli;

import dev.gauntlet.reports.record.AtomicFiles;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a table goes beside the terminal. */
final class TableOptions {
  @Option(names = "--markdown", paramLabel = "FILE", description = "Also write a Markdown table.")
  private @Nullable Path markdown;

  @Option(names = "--csv", paramLabel = "FILE", description = "Also write the table as CSV.")
  private @Nullable Path csv;

  TableOptions() {}

  boolean isAnyAsked() {
    return markdown != null || csv != null;
  }

  /** Writes the files that were asked for. */
  void write(Supplier<String> asMarkdown, Supplier<String> asCsv) {
    if (markdown != null) {
      AtomicFiles.write(markdown, asMarkdown.get());
    }
    if (csv != null) {
      AtomicFiles.write(csv, asCsv.get());
    }
  }
}
