package dev.gauntlet.cli;

import dev.gauntlet.soak.Hang;
import dev.gauntlet.soak.HeapReport;
import dev.gauntlet.soak.SoakReport;
import dev.gauntlet.soak.SubjectReport;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** A soak for a terminal of 80 columns: a column for each subject, then what was wrong. */
final class SoakText {
  private static final double MIB = 1 << 20;

  private final SoakReport report;

  SoakText(SoakReport report) {
    this.report = report;
  }

  void print(PrintWriter out) {
    printHeader(out);
    printRow(out, "epochs", subject -> whole(subject.epochs()));
    printRow(out, "seconds", subject -> decimal(subject.seconds()));
    printKinds(out, "Operations", SubjectReport::operations);
    printKinds(out, "Tasks", SubjectReport::tasks);
    printKinds(out, "Faults on purpose", SubjectReport::faults);
    out.println();
    out.println("Heap after garbage collections, MiB");
    printRow(out, "first", subject -> mebibytes(subject.heap(), HeapReport::firstBytes));
    printRow(out, "last", subject -> mebibytes(subject.heap(), HeapReport::lastBytes));
    printRow(out, "trend", subject -> mebibytes(subject.heap(), HeapReport::growthBytes));
    out.println();
    printRow(out, "violations", subject -> whole(subject.violationCount()));
    printRow(out, "verdict", subject -> subject.verdict().name().toLowerCase(Locale.ROOT));
    report.subjects().forEach(subject -> printWrong(out, subject));
    out.println();
    out.println("seed    " + report.seed());
    if (!report.complete()) {
      out.println("The run was stopped early: this is what was done.");
    }
  }

  /** A name such as {@code virtualthreads-bounded} takes two lines. */
  private void printHeader(PrintWriter out) {
    printRow(out, "", subject -> subject.subject().split("-", 2)[0]);
    if (report.subjects().stream().anyMatch(subject -> subject.subject().contains("-"))) {
      printRow(
          out,
          "",
          subject -> subject.subject().substring(subject.subject().split("-", 2)[0].length()));
    }
  }

  private void printKinds(
      PrintWriter out, String title, Function<SubjectReport, Map<String, Long>> counts) {
    out.println();
    out.println(title);
    for (String kind : counts.apply(report.subjects().getFirst()).keySet()) {
      printRow(out, kind, subject -> whole(counts.apply(subject).getOrDefault(kind, 0L)));
    }
  }

  private void printRow(PrintWriter out, String label, Function<SubjectReport, String> cell) {
    StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-24s", label));
    for (SubjectReport subject : report.subjects()) {
      row.append(String.format(Locale.ROOT, "%14s", cell.apply(subject)));
    }
    out.println(row.toString().stripTrailing());
  }

  private void printWrong(PrintWriter out, SubjectReport subject) {
    Hang hang = subject.hang();
    if (hang != null) {
      out.printf("%n%s hangs in epoch %d: %s%n", subject.subject(), hang.epoch(), hang.doing());
      printAgain(out, subject, hang.epoch());
    }
    if (!subject.violations().isEmpty()) {
      out.printf(
          "%n%s, %s:%n", subject.subject(), Text.count(subject.violationCount(), "violation"));
      subject.violations().forEach(violation -> out.println("  " + violation));
      printAgain(out, subject, subject.violations().getFirst().epoch());
    }
  }

  private void printAgain(PrintWriter out, SubjectReport subject, long epoch) {
    out.printf(
        "  again: gauntlet soak --subject %s --seed %d --epoch %d%n",
        subject.subject(), report.seed(), epoch);
  }

  private static String whole(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String decimal(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }

  private static String mebibytes(HeapReport heap, Function<HeapReport, Long> bytes) {
    return heap.samples() == 0 ? "-" : decimal(bytes.apply(heap) / MIB);
  }
}
