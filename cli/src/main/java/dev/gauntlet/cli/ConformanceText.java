package dev.gauntlet.cli;

import dev.gauntlet.conformance.SpecRule;
import dev.gauntlet.conformance.run.RuleResult;
import dev.gauntlet.conformance.run.RuleResult.Outcome;
import dev.gauntlet.spi.ExecutorProvider;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The matrix for a terminal: rules down, subjects across, one letter each. Words and letters carry
 * the meaning; nothing depends on colour.
 */
final class ConformanceText {
  private static final int WIDTH = 80;

  private final ConformanceOutcome outcome;
  private final List<SubjectResults> subjects;
  private final Function<ExecutorProvider, String> optionsFor;

  /**
   * Creates the text of an outcome.
   *
   * @param optionsFor returns the options of the command line that choose a subject
   */
  ConformanceText(ConformanceOutcome outcome, Function<ExecutorProvider, String> optionsFor) {
    this.outcome = outcome;
    this.optionsFor = optionsFor;
    this.subjects = outcome.subjects();
  }

  void print(PrintWriter out, Path directory) {
    printMatrix(out);
    out.println();
    printFailures(out);
    printTotals(out);
    out.println();
    out.println("conform.json and JUnit XML: " + directory);
  }

  private static char letter(int subject) {
    return (char) ('A' + subject);
  }

  private void printMatrix(PrintWriter out) {
    for (int i = 0; i < subjects.size(); i++) {
      out.printf("%c %-22s %s%n", letter(i), subjects.get(i).name(), subjects.get(i).version());
    }
    out.println();
    out.println(".  kept   y kept by the rule that replaces it   x broken   k broken, known");
    String section = "";
    for (SpecRule rule : outcome.rules()) {
      if (!section.equals(rule.section())) {
        section = rule.section();
        out.println();
        out.println(pad(section) + header());
      }
      out.println(pad(String.format("  %-4s%s", rule.id(), words(rule))) + cells(rule));
    }
  }

  private String pad(String text) {
    int width = Math.max(30, WIDTH - 2 * subjects.size() - 1);
    return String.format("%-" + width + "s", Text.cut(text, width));
  }

  /** The id column leaves the sentence less than a line, so it loses its usual beginning. */
  private static String words(SpecRule rule) {
    return rule.sentence().replaceAll("[`*]", "");
  }

  private String header() {
    StringBuilder header = new StringBuilder();
    for (int i = 0; i < subjects.size(); i++) {
      header.append(' ').append(letter(i));
    }
    return header.toString();
  }

  private String cells(SpecRule rule) {
    StringBuilder cells = new StringBuilder();
    for (SubjectResults subject : subjects) {
      cells.append(' ').append(cell(subject, subject.rules().get(rule.id())));
    }
    return cells.toString();
  }

  private static char cell(SubjectResults subject, @Nullable RuleResult result) {
    if (result == null) {
      return ' ';
    }
    return switch (result.outcome()) {
      case KEPT -> '.';
      case REPLACED -> 'y';
      case BROKEN -> subject.isKnown(result) ? 'k' : 'x';
    };
  }

  private void printFailures(PrintWriter out) {
    for (SubjectResults subject : subjects) {
      for (RuleResult broken : subject.broken(/* known= */ false)) {
        out.println(broken.message());
        out.printf(
            "  repeat:   gauntlet conform --rule %s %s%n%n",
            broken.rule(), optionsFor.apply(subject.subject()));
      }
    }
  }

  private void printTotals(PrintWriter out) {
    out.printf("%-24s %6s %9s %7s %7s%n", "", "kept", "replaced", "known", "broken");
    for (SubjectResults subject : subjects) {
      out.printf(
          "%-24s %6d %9d %7d %7d%n",
          subject.name(),
          subject.count(Outcome.KEPT),
          subject.count(Outcome.REPLACED),
          subject.broken(/* known= */ true).size(),
          subject.broken(/* known= */ false).size());
    }
  }
}
