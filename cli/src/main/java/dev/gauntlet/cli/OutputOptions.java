package dev.gauntlet.cli;

import dev.gauntlet.reports.gate.Arm;
import dev.gauntlet.reports.gate.GateLog;
import dev.gauntlet.reports.gate.GateLogReader;
import dev.gauntlet.reports.gate.output.ArmJson;
import dev.gauntlet.reports.gate.output.GateAnnotations;
import dev.gauntlet.reports.gate.output.GateCsv;
import dev.gauntlet.reports.gate.output.GateJson;
import dev.gauntlet.reports.gate.output.GateJunit;
import dev.gauntlet.reports.gate.output.GateMarkdown;
import dev.gauntlet.reports.gate.output.GateReport;
import dev.gauntlet.reports.gate.output.GateText;
import dev.gauntlet.reports.page.GatePageWriter;
import dev.gauntlet.reports.record.AtomicFiles;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a report goes beside the terminal. */
final class OutputOptions {
  @Option(names = "--junit", paramLabel = "FILE", description = "Also write JUnit XML.")
  private @Nullable Path junit;

  @Option(
      names = {"--markdown", "--md"},
      paramLabel = "FILE",
      description = "Also write Markdown, fit for a comment and a step summary.")
  private @Nullable Path markdown;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Also write a page that needs nothing but a browser.")
  private @Nullable Path html;

  @Option(names = "--csv", paramLabel = "FILE", description = "Also write CSV.")
  private @Nullable Path csv;

  @Option(
      names = "--json",
      arity = "0..1",
      fallbackValue = "",
      paramLabel = "FILE",
      description = "Also write JSON; without FILE print it instead of the text.")
  private @Nullable Path json;

  @Option(
      names = "--jmh-json",
      paramLabel = "DIR",
      description = "Also write JMH's JSON of each arm: base.json and candidate.json.")
  private @Nullable Path jmhJson;

  OutputOptions() {}

  /** Returns whether standard output is for JSON alone. */
  boolean printsJson() {
    return json != null && json.toString().isEmpty();
  }

  /** Prints the report, then writes the files that were asked for: one may not be writable. */
  void write(GateReport report, Path state, PrintWriter out) {
    if (printsJson()) {
      out.print(GateJson.of(report));
    } else {
      print(report, state, out);
    }
    out.flush();
    writeFiles(report);
    if (jmhJson != null) {
      writeArms(jmhJson, GateLogReader.readWithRawJmh(state));
    }
  }

  private void writeFiles(GateReport report) {
    if (junit != null) {
      AtomicFiles.write(junit, GateJunit.of(report));
    }
    if (markdown != null) {
      AtomicFiles.write(markdown, GateMarkdown.of(report));
    }
    if (html != null) {
      AtomicFiles.write(html, GatePageWriter.render(report));
    }
    if (csv != null) {
      AtomicFiles.write(csv, GateCsv.of(report));
    }
    if (json != null && !printsJson()) {
      AtomicFiles.write(json, GateJson.of(report));
    }
  }

  private static void print(GateReport report, Path state, PrintWriter out) {
    out.print(GateText.of(report, Terminal.style()));
    out.println("log     " + state);
    if (System.getenv("GITHUB_ACTIONS") != null) {
      out.print(GateAnnotations.of(report));
    }
  }

  private static void writeArms(Path folder, GateLog log) {
    for (Arm arm : Arm.values()) {
      String name = arm.name().toLowerCase(Locale.ROOT) + ".json";
      AtomicFiles.write(folder.resolve(name), ArmJson.of(log, arm));
    }
  }
}
