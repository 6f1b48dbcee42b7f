package dev.gauntlet.reports;

import dev.gauntlet.reports.format.CleanText;
import dev.gauntlet.reports.record.ConformanceMatrix;
import dev.gauntlet.reports.record.ForkFailure;
import dev.gauntlet.reports.record.ForkResult;
import dev.gauntlet.reports.record.Jdk;
import dev.gauntlet.reports.record.Machine;
import dev.gauntlet.reports.record.Metric;
import dev.gauntlet.reports.record.RaceMatrix;
import dev.gauntlet.reports.record.RunHeader;
import dev.gauntlet.reports.record.RunRecord;
import dev.gauntlet.reports.record.RunSettings;
import dev.gauntlet.reports.record.ScenarioInfo;
import dev.gauntlet.reports.record.SubjectInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes all text of a run fit to show, right after reading: names come from a file anybody may have
 * written, and go to terminals, pages and spreadsheets.
 */
final class Cleaning {
  private Cleaning() {}

  static RunRecord clean(RunRecord run) {
    return new RunRecord(
        clean(run.header()),
        run.forks().stream().map(Cleaning::clean).toList(),
        run.failures().stream().map(Cleaning::clean).toList(),
        run.end(),
        lines(run.warnings()));
  }

  private static RunHeader clean(RunHeader header) {
    return new RunHeader(
        header.schema(),
        line(header.id()),
        header.startedAt(),
        line(header.tool()),
        orNull(header.commit()),
        header.dirty(),
        clean(header.machine()),
        new Jdk(
            line(header.jdk().vendor()), line(header.jdk().version()), line(header.jdk().vmName())),
        lines(header.jvmFlags()),
        clean(header.settings()),
        header.subjects().stream().map(Cleaning::clean).toList(),
        header.scenarios().stream().map(Cleaning::clean).toList(),
        header.rowsPlanned(),
        header.roundsPlanned());
  }

  private static Machine clean(Machine machine) {
    return new Machine(
        line(machine.os()),
        orNull(machine.kernel()),
        line(machine.arch()),
        orNull(machine.cpuModel()),
        machine.cpus(),
        machine.memoryBytes(),
        orNull(machine.governor()),
        orNull(machine.virtualized()));
  }

  private static RunSettings clean(RunSettings settings) {
    return new RunSettings(
        line(settings.mode()),
        settings.forks(),
        settings.warmupIterations(),
        settings.warmupMillis(),
        settings.measurementIterations(),
        settings.measurementMillis(),
        settings.workers(),
        settings.seed(),
        lines(settings.profilers()));
  }

  private static SubjectInfo clean(SubjectInfo subject) {
    return new SubjectInfo(
        line(subject.name()),
        line(subject.description()),
        orNull(subject.version()),
        subject.kind());
  }

  private static ScenarioInfo clean(ScenarioInfo scenario) {
    return new ScenarioInfo(
        line(scenario.name()),
        line(scenario.question()),
        line(scenario.unit()),
        line(scenario.mode()),
        lines(scenario.params()),
        lines(scenario.rules()),
        orNull(scenario.limit()));
  }

  private static ForkResult clean(ForkResult fork) {
    return new ForkResult(
        fork.round(),
        fork.order(),
        line(fork.scenario()),
        line(fork.subject()),
        clean(fork.params()),
        fork.threads(),
        line(fork.benchmark()),
        line(fork.mode()),
        line(fork.unit()),
        fork.score(),
        fork.iterations(),
        fork.percentiles(),
        cleanMetrics(fork.secondary()),
        fork.startedAt(),
        fork.durationMillis(),
        fork.environment(),
        null);
  }

  private static ForkFailure clean(ForkFailure failure) {
    return new ForkFailure(
        failure.round(),
        line(failure.scenario()),
        line(failure.subject()),
        clean(failure.params()),
        failure.threads(),
        line(failure.message()));
  }

  static ConformanceMatrix clean(ConformanceMatrix matrix) {
    return new ConformanceMatrix(
        matrix.schema(),
        matrix.startedAt(),
        matrix.rules().stream().map(Cleaning::clean).toList(),
        matrix.subjects().stream().map(Cleaning::clean).toList(),
        matrix.results().stream().map(Cleaning::clean).toList());
  }

  private static ConformanceMatrix.Rule clean(ConformanceMatrix.Rule rule) {
    return new ConformanceMatrix.Rule(
        line(rule.id()),
        line(rule.level()),
        line(rule.section()),
        line(rule.sentence()),
        orNull(rule.intent()));
  }

  private static ConformanceMatrix.Subject clean(ConformanceMatrix.Subject subject) {
    return new ConformanceMatrix.Subject(
        line(subject.name()), orNull(subject.version()), lines(subject.capabilities()));
  }

  private static ConformanceMatrix.Result clean(ConformanceMatrix.Result result) {
    String message = result.message();
    return new ConformanceMatrix.Result(
        line(result.rule()),
        line(result.subject()),
        result.outcome(),
        orNull(result.replacedBy()),
        message == null ? null : CleanText.block(message),
        result.knownDeviation(),
        result.millis());
  }

  static RaceMatrix clean(RaceMatrix matrix) {
    return new RaceMatrix(
        matrix.schema(),
        matrix.startedAt(),
        line(matrix.mode()),
        matrix.seconds(),
        matrix.origin() == null ? null : clean(matrix.origin()),
        matrix.results().stream().map(Cleaning::clean).toList());
  }

  private static RaceMatrix.Origin clean(RaceMatrix.Origin origin) {
    return new RaceMatrix.Origin(
        orNull(origin.commit()), origin.dirty(), line(origin.java()), origin.processors());
  }

  private static RaceMatrix.Result clean(RaceMatrix.Result result) {
    return new RaceMatrix.Result(
        line(result.race()),
        line(result.subject()),
        result.control(),
        lines(result.rules()),
        result.passed(),
        line(result.verdict()),
        result.samples(),
        result.outcomes().stream().map(Cleaning::clean).toList(),
        lines(result.errors()));
  }

  private static RaceMatrix.OutcomeCount clean(RaceMatrix.OutcomeCount outcome) {
    return new RaceMatrix.OutcomeCount(
        line(outcome.id()),
        line(outcome.expectation()),
        outcome.count(),
        line(outcome.description()));
  }

  private static String line(String text) {
    return CleanText.line(text);
  }

  private static @Nullable String orNull(@Nullable String text) {
    return text == null ? null : CleanText.line(text);
  }

  private static List<String> lines(List<String> texts) {
    return texts.stream().map(CleanText::line).toList();
  }

  private static Map<String, String> clean(Map<String, String> params) {
    Map<String, String> clean = new LinkedHashMap<>();
    params.forEach((name, value) -> clean.put(line(name), line(value)));
    return clean;
  }

  private static Map<String, Metric> cleanMetrics(Map<String, Metric> metrics) {
    Map<String, Metric> clean = new LinkedHashMap<>();
    metrics.forEach(
        (name, metric) -> clean.put(line(name), new Metric(metric.score(), line(metric.unit()))));
    return clean;
  }
}
