package dev.gauntlet.stress.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.DiskReadCollector;
import org.openjdk.jcstress.infra.collectors.InProcessCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.grading.GradingResult;
import org.openjdk.jcstress.infra.grading.ReportUtils;

/** Reads the results that jcstress leaves in its working directory, with its own classes. */
final class ResultReader {
  private static final String SUFFIX = ".bin.gz";

  private ResultReader() {}

  /** Reads all results in the directories; there are none where nothing was run. */
  static List<Sampling> read(List<Path> directories) {
    InProcessCollector collector = new InProcessCollector();
    directories.stream().filter(Files::isDirectory).forEach(path -> read(path, collector));
    return samplings(collector.getTestResults());
  }

  private static void read(Path directory, InProcessCollector collector) {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(path -> path.toString().endsWith(SUFFIX)).toList()) {
        DiskReadCollector reader = new DiskReadCollector(file.toString(), collector);
        try {
          reader.dump();
        } finally {
          reader.close();
        }
      }
    } catch (IOException | ClassNotFoundException e) {
      throw new StressFailedException("the results of jcstress cannot be read: " + e, e);
    }
  }

  private static List<Sampling> samplings(Collection<TestResult> results) {
    Map<String, List<String>> errors = errors(results);
    Map<String, List<Long>> jvms =
        results.stream()
            .collect(
                Collectors.groupingBy(
                    TestResult::getName,
                    Collectors.mapping(TestResult::getTotalCount, Collectors.toList())));
    return ReportUtils.mergedByName(results).stream()
        .map(merged ->
            new Sampling(
                merged.getName(),
                jvms.getOrDefault(merged.getName(), List.of()),
                errors.getOrDefault(merged.getName(), List.of()),
                outcomes(merged)))
        .toList();
  }

  private static Map<String, List<String>> errors(Collection<TestResult> results) {
    Map<String, List<String>> errors = new TreeMap<>();
    for (TestResult result : results) {
      if (result.status() != Status.NORMAL) {
        String reason =
            result.getMessages().stream().findFirst().map(line -> ": " + line).orElse("");
        errors
            .computeIfAbsent(result.getName(), name -> new ArrayList<>())
            .add(result.status() + reason);
      }
    }
    return errors;
  }

  private static List<OutcomeCount> outcomes(TestResult merged) {
    return merged.grading().gradingResults.values().stream()
        .filter(graded -> !graded.id.isEmpty())
        .map(ResultReader::outcome)
        .toList();
  }

  private static OutcomeCount outcome(GradingResult graded) {
    return new OutcomeCount(
        graded.id, expectation(graded.expect), graded.count, String.valueOf(graded.description));
  }

  /** What a race does not list is forbidden. */
  private static Expectation expectation(Expect expect) {
    return switch (expect) {
      case ACCEPTABLE -> Expectation.ACCEPTABLE;
      case ACCEPTABLE_INTERESTING -> Expectation.INTERESTING;
      case FORBIDDEN, UNKNOWN -> Expectation.FORBIDDEN;
    };
  }
}
