package dev.gauntlet.benchmarks.run;

import dev.gauntlet.reports.record.AtomicFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A plan as lines, kept beside the record of its run: two commands measure the same if and only if
 * their lines are equal. The seed is not among them, for a resumed run keeps its own.
 */
final class PlanText {
  static final String FILE_NAME = "plan.txt";

  private PlanText() {}

  static List<String> lines(BenchPlan plan) {
    List<String> lines = new ArrayList<>();
    lines.add("suite " + plan.suite().title());
    ForkSettings fork = plan.fork();
    lines.add("warm-up " + fork.warmupIterations() + " x " + fork.warmupTime().toMillis() + " ms");
    lines.add(
        "measurement "
            + fork.measurementIterations()
            + " x "
            + fork.measurementTime().toMillis()
            + " ms");
    lines.add("workers " + plan.workers());
    lines.add("rounds " + plan.rounds());
    lines.add("JVM flags " + String.join(" ", plan.jvmFlags()));
    lines.add("profilers " + String.join(" ", plan.profilers()));
    lines.add("JMH flags " + String.join(" ", plan.jmhFlags()));
    for (Cell cell : plan.cells()) {
      lines.add("cell " + cell.label());
    }
    return lines;
  }

  static void write(Path directory, BenchPlan plan) {
    AtomicFiles.write(directory.resolve(FILE_NAME), String.join("\n", lines(plan)) + "\n");
  }

  static List<String> read(Path directory) {
    Path file = directory.resolve(FILE_NAME);
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new BenchUsageException(
          "cannot resume: " + file + " cannot be read, so the plan of that run is not known");
    }
  }
}
