package dev.gauntlet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Writes run records and gate logs as a month of runs leaves them, as plain text. */
final class StoredRecords {
  private static final String MACHINE =
      """
      "machine":{"os":"Linux","arch":"amd64","cpuModel":"%s","cpus":2},\
      "jdk":{"vendor":"v","version":"25","vmName":"vm"},"jvmFlags":["-Xmx1g"],\
      """;
  private static final String RUN =
      """
      {"kind":"run","schema":1,"id":"%1$s","startedAt":"%1$s","tool":"t","commit":"c0ffee%2$02d99",\
      "dirty":false,%3$s"settings":{"mode":"default","forks":5,"warmupIterations":5,\
      "warmupMillis":400,"measurementIterations":6,"measurementMillis":400,"workers":2,"seed":1,\
      "profilers":[]},"subjects":[],"scenarios":[],"rowsPlanned":2,"roundsPlanned":5}
      """;
  private static final String FORK =
      """
      {"kind":"fork","round":%d,"order":0,"scenario":"RoundTripLatency","subject":"%s",\
      "params":{},"threads":1,"benchmark":"dev.gauntlet.benchmarks.RoundTripLatency.submitThenGet",\
      "mode":"sample","unit":"us/op","score":%s,"iterations":[],"secondary":{},\
      "startedAt":"2001-01-01T00:00:00Z","durationMillis":1}
      """;
  private static final String GATE =
      """
      {"kind":"gate","schema":1,"id":"%1$s","purpose":"GATE","startedAt":"%1$s","tool":"t",\
      "base":{"label":"a","jar":"a.jar","params":{}},\
      "candidate":{"label":"b","jar":"b.jar","params":{}},%2$s"settings":{"plan":"FULL",\
      "tolerance":0.02,"margin":0.05,"alpha":0.05,"beta":0.05,"looks":[8],"screenPairs":6,\
      "scores":["MEDIAN"],"warmupIterations":5,"warmupMillis":400,"measurementIterations":6,\
      "measurementMillis":400,"foreignCpuLimit":10,"dropCap":0.5,"awake":true,\
      "strictExact":false,"seed":1},"rows":[{"benchmark":"x.Y.one","mode":"avgt","params":{},\
      "threads":2}],"added":[],"removed":[]}
      """;
  private static final String PAIRED =
      """
      {"kind":"fork","row":0,"stage":"TEST","pair":%d,"arm":"%s","first":true,"unit":"ns/op",\
      "iterations":[%s],"secondary":{},"contention":[],"quiet":true,\
      "startedAt":"2001-01-01T00:00:00Z","durationMillis":1}
      """;

  /** Of five forks, so that the median is the score and no mean is. */
  private static final double[] SPREAD = {1, 5, 0.5, 1, 1.5};

  private StoredRecords() {}

  static String at(int day) {
    return String.format(Locale.ROOT, "2001-01-%02dT00:00:00Z", day);
  }

  /** A record of {@code bench} with the median score of each subject. */
  static Path bench(Path runs, int day, String machine, Map<String, Double> scores)
      throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, RUN, at(day), day, machine(machine)));
    scores.forEach((subject, score) -> {
      for (int round = 0; round < SPREAD.length; round++) {
        text.append(String.format(Locale.ROOT, FORK, round, subject, score * SPREAD[round]));
      }
    });
    Path folder = Files.createDirectories(runs.resolve(machine + "-" + day));
    return Files.writeString(folder.resolve("run.jsonl"), text);
  }

  /** A log of {@code gate} with the median score of the base; the candidate takes half of it. */
  static Path gate(Path runs, int day, double score) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, GATE, at(day), machine("here")));
    for (int pair = 0; pair < SPREAD.length; pair++) {
      double base = score * SPREAD[pair];
      text.append(String.format(Locale.ROOT, PAIRED, pair, "BASE", base));
      text.append(String.format(Locale.ROOT, PAIRED, pair, "CANDIDATE", base / 2));
    }
    return Files.writeString(runs.resolve("gate-" + day + ".jsonl"), text);
  }

  private static String machine(String name) {
    return String.format(Locale.ROOT, MACHINE, name);
  }
}
