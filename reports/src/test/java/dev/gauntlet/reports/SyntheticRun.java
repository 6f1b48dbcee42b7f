package dev.gauntlet.reports;

import dev.gauntlet.reports.record.ForkEnvironment;
import dev.gauntlet.reports.record.ForkFailure;
import dev.gauntlet.reports.record.ForkResult;
import dev.gauntlet.reports.record.Jdk;
import dev.gauntlet.reports.record.Machine;
import dev.gauntlet.reports.record.Metric;
import dev.gauntlet.reports.record.RunEnd;
import dev.gauntlet.reports.record.RunHeader;
import dev.gauntlet.reports.record.RunRecord;
import dev.gauntlet.reports.record.RunRecordWriter;
import dev.gauntlet.reports.record.RunSettings;
import dev.gauntlet.reports.record.ScenarioInfo;
import dev.gauntlet.reports.record.SubjectInfo;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Builds run records out of thin air for tests. Every number is invented or drawn from a seeded
 * generator, and the tool and the machine say so: nothing here is a measurement.
 */
public final class SyntheticRun {
  public static final Instant START = Instant.parse("2001-01-01T00:00:00Z");

  private final List<SubjectInfo> subjects = new ArrayList<>();
  private final List<ScenarioInfo> scenarios = new ArrayList<>();
  private final List<ForkResult> forks = new ArrayList<>();
  private final List<ForkFailure> failures = new ArrayList<>();
  private String mode = "default";
  private RunEnd.@Nullable Reason end = RunEnd.Reason.COMPLETE;
  private @Nullable String governor = "performance";
  private String cpuModel = "invented for tests";
  private boolean dirty;
  private int planned;

  public SyntheticRun mode(String name) {
    mode = name;
    return this;
  }

  public SyntheticRun end(RunEnd.@Nullable Reason reason) {
    end = reason;
    return this;
  }

  public SyntheticRun governor(@Nullable String name) {
    governor = name;
    return this;
  }

  public SyntheticRun cpuModel(String name) {
    cpuModel = name;
    return this;
  }

  /** Says that more forks were planned than are there. */
  public SyntheticRun planned(int count) {
    planned = count;
    return this;
  }

  public SyntheticRun dirty() {
    dirty = true;
    return this;
  }

  public SyntheticRun subject(String name, SubjectInfo.Kind kind) {
    subjects.add(new SubjectInfo(name, "the invented " + name, "1.0", kind));
    return this;
  }

  public SyntheticRun scenario(ScenarioInfo scenario) {
    scenarios.add(scenario);
    return this;
  }

  public SyntheticRun scenario(String name, String jmhMode, String unit, String... rules) {
    return scenario(
        new ScenarioInfo(
            name, "What does " + name + " cost?", unit, jmhMode, List.of(), List.of(rules), null));
  }

  /** A scenario whose subjects are limited by a step of the machine. */
  public SyntheticRun limited(String name, String jmhMode, String unit, String limit) {
    return scenario(
        new ScenarioInfo(
            name, "What does " + name + " cost?", unit, jmhMode, List.of(), List.of(), limit));
  }

  public SyntheticRun fork(ForkResult fork) {
    forks.add(fork);
    return this;
  }

  public SyntheticRun failure(String scenario, String subject, String message) {
    failures.add(new ForkFailure(0, scenario, subject, Map.of(), 1, message));
    return this;
  }

  /** One fork per score, rounds counted from 0, in the scenario's own mode and unit. */
  public SyntheticRun scores(String scenario, String subject, double... scores) {
    return scores(scenario, subject, Map.of(), 1, scores);
  }

  public SyntheticRun scores(
      String scenario, String subject, Map<String, String> params, int threads, double... scores) {
    for (int round = 0; round < scores.length; round++) {
      double score = scores[round];
      List<Double> iterations = List.of(score * 0.99, score * 1.01);
      forks.add(fork(info(scenario), subject, params, threads, round, score, iterations));
    }
    return this;
  }

  /** Forks of which each had these iterations, their rounds counted from {@code round}. */
  public SyntheticRun iterations(
      String scenario, String subject, int round, int count, double... iterations) {
    double score = Arrays.stream(iterations).average().orElseThrow();
    List<Double> scores = Arrays.stream(iterations).boxed().toList();
    for (int fork = round; fork < round + count; fork++) {
      forks.add(fork(info(scenario), subject, Map.of(), 1, fork, score, scores));
    }
    return this;
  }

  private ScenarioInfo info(String name) {
    return scenarios.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  private ForkResult fork(
      ScenarioInfo scenario,
      String subject,
      Map<String, String> params,
      int threads,
      int round,
      double score,
      List<Double> iterations) {
    return new ForkResult(
        round,
        forks.size(),
        scenario.name(),
        subject,
        params,
        threads,
        "invented." + scenario.name() + ".run",
        scenario.mode(),
        scenario.unit(),
        score,
        iterations,
        scenario.mode().equals("sample") ? percentiles(score) : null,
        Map.of(
            "gc.alloc.rate.norm",
            new Metric(48, "B/op"),
            "cpu.time.norm",
            new Metric(1500, "ns/op"),
            "csw.voluntary.norm",
            new Metric(0.5, "#/op"),
            "csw.involuntary.norm",
            new Metric(0.25, "#/op")),
        START.plusSeconds(forks.size()),
        900,
        new ForkEnvironment(0.0, 0.5, 1.0, false),
        null);
  }

  private static Map<String, Double> percentiles(double score) {
    Map<String, Double> values = new LinkedHashMap<>();
    double[] percentiles = {0, 50, 90, 95, 99, 99.9, 99.99, 99.999, 100};
    double[] factors = {0.5, 0.9, 1.4, 1.7, 3, 9, 30, 60, 90};
    for (int i = 0; i < percentiles.length; i++) {
      values.put(String.valueOf(percentiles[i]), score * factors[i]);
    }
    return values;
  }

  public RunHeader header() {
    return new RunHeader(
        RunHeader.SCHEMA,
        "2001-01-01T000000Z-0000000",
        START,
        "0.0.0-synthetic",
        "0000000000000000000000000000000000000000",
        dirty,
        new Machine("no real system", "0.0", "none", cpuModel, 2, 1L << 33, governor, "none"),
        new Jdk("nobody", "25", "synthetic VM"),
        List.of("-Xms1g", "-Xmx1g"),
        new RunSettings(mode, 5, 3, 500, 5, 500, 2, 42, List.of("gc")),
        subjects,
        scenarios,
        1,
        Math.max(planned, forks.size()));
  }

  public RunRecord build() {
    RunEnd last = end == null ? null : new RunEnd(end, START.plusSeconds(3600), forks.size());
    return new RunRecord(header(), forks, failures, last, List.of());
  }

  /** Writes the record as a run would. */
  public Path write(Path directory) {
    RunRecord run = build();
    try (RunRecordWriter writer = RunRecordWriter.create(directory, run.header())) {
      run.forks().forEach(writer::fork);
      run.failures().forEach(writer::failure);
      if (run.end() != null) {
        writer.end(run.end());
      }
      return writer.file();
    }
  }

  /** Scores around a centre with the given relative spread, log-normal. */
  public static double[] around(Random random, double center, double spread, int forks) {
    double[] scores = new double[forks];
    for (int i = 0; i < forks; i++) {
      scores[i] = center * Math.exp(spread * random.nextGaussian());
    }
    return scores;
  }
}
