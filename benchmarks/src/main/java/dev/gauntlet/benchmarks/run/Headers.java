package dev.gauntlet.benchmarks.run;

import dev.gauntlet.benchmarks.Limits;
import dev.gauntlet.benchmarks.Scenario;
import dev.gauntlet.benchmarks.Subjects;
import dev.gauntlet.benchmarks.environment.Facts;
import dev.gauntlet.benchmarks.environment.Revision;
import dev.gauntlet.benchmarks.environment.ToolVersion;
import dev.gauntlet.reports.record.RunHeader;
import dev.gauntlet.reports.record.RunRecordWriter;
import dev.gauntlet.reports.record.RunSettings;
import dev.gauntlet.reports.record.ScenarioInfo;
import dev.gauntlet.reports.record.SubjectInfo;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** Makes the first line of a record. */
final class Headers {
  private static final Map<TimeUnit, String> UNITS =
      Map.of(
          TimeUnit.NANOSECONDS, "ns",
          TimeUnit.MICROSECONDS, "us",
          TimeUnit.MILLISECONDS, "ms",
          TimeUnit.SECONDS, "s");

  private Headers() {}

  static RunHeader of(BenchPlan plan, Path sources, Instant startedAt) {
    Revision revision = Revision.of(sources);
    return new RunHeader(
        RunHeader.SCHEMA,
        RunRecordWriter.runId(startedAt, revision.commit()),
        startedAt,
        ToolVersion.get(),
        revision.commit(),
        revision.dirty(),
        Facts.ofThisMachine().machine(),
        Facts.jdk(),
        plan.jvmFlags(),
        settings(plan),
        plan.subjects().stream().map(Headers::subject).toList(),
        plan.rows().stream().map(Headers::scenario).distinct().toList(),
        plan.cells().size(),
        plan.rounds());
  }

  private static RunSettings settings(BenchPlan plan) {
    ForkSettings fork = plan.fork();
    return new RunSettings(
        plan.suite().title(),
        plan.rounds(),
        fork.warmupIterations(),
        fork.warmupTime().toMillis(),
        fork.measurementIterations(),
        fork.measurementTime().toMillis(),
        plan.workers(),
        plan.seed(),
        plan.profilers());
  }

  private static SubjectInfo subject(String name) {
    return name.equals(Limits.SUBJECT) ? Limits.info() : Subjects.named(name).info();
  }

  static ScenarioInfo scenario(Row row) {
    Mode mode = Row.annotation(row.scenario(), BenchmarkMode.class).value()[0];
    String time =
        UNITS.getOrDefault(Row.annotation(row.scenario(), OutputTimeUnit.class).value(), "?");
    return new ScenarioInfo(
        row.name(),
        row.question().question(),
        unit(row.question(), mode, time),
        mode.shortLabel(),
        List.copyOf(row.params().keySet()),
        List.of(row.question().rules()),
        limit(row.question()));
  }

  private static @Nullable String limit(Scenario question) {
    return question.limit().isEmpty()
        ? null
        : question.limits().getSimpleName() + "." + question.limit();
  }

  private static String unit(Scenario question, Mode mode, String time) {
    if (!question.unit().isEmpty()) {
      return question.unit();
    }
    return mode == Mode.Throughput ? "ops/" + time : time + "/op";
  }
}
