package dev.gauntlet.reports.compare;

import dev.gauntlet.reports.record.ForkResult;
import dev.gauntlet.reports.record.ReportException;
import dev.gauntlet.reports.record.RunRecord;
import dev.gauntlet.reports.record.ScenarioInfo;
import dev.gauntlet.reports.record.SubjectInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a run measured, in the order its header gives; what the header does not name comes last. */
final class Roster {
  private static final String USUAL_BASELINE = "jdk-fixed";

  private Roster() {}

  static List<SubjectInfo> subjects(RunRecord run) {
    Set<String> measured =
        Stream.concat(
                run.forks().stream().map(ForkResult::subject),
                run.failures().stream().map(failure -> failure.subject()))
            .collect(Collectors.toSet());
    Map<String, SubjectInfo> all = new LinkedHashMap<>();
    run.header().subjects().forEach(subject -> all.putIfAbsent(subject.name(), subject));
    measured.stream()
        .sorted()
        .forEach(
            name -> all.putIfAbsent(name, new SubjectInfo(name, "", null, SubjectInfo.Kind.PEER)));
    return all.values().stream().filter(subject -> measured.contains(subject.name())).toList();
  }

  static List<ScenarioInfo> scenarios(RunRecord run) {
    Map<String, ScenarioInfo> all = new LinkedHashMap<>();
    run.header().scenarios().forEach(scenario -> all.putIfAbsent(scenario.name(), scenario));
    for (ForkResult fork : run.forks()) {
      all.putIfAbsent(
          fork.scenario(),
          new ScenarioInfo(
              fork.scenario(),
              "",
              fork.unit(),
              fork.mode(),
              List.copyOf(fork.params().keySet()),
              List.of(),
              null));
    }
    Set<String> measured =
        run.forks().stream().map(ForkResult::scenario).collect(Collectors.toSet());
    return all.values().stream().filter(scenario -> measured.contains(scenario.name())).toList();
  }

  static String baseline(List<SubjectInfo> subjects, @Nullable String asked) {
    List<String> names = subjects.stream().map(SubjectInfo::name).toList();
    if (asked != null && !names.contains(asked)) {
      throw new ReportException(
          "baseline \"" + asked + "\" was not measured; measured: " + String.join(", ", names));
    }
    if (asked != null) {
      return asked;
    }
    return names.contains(USUAL_BASELINE)
        ? USUAL_BASELINE
        : subjects.stream()
            .filter(subject -> subject.kind() == SubjectInfo.Kind.PEER)
            .map(SubjectInfo::name)
            .findFirst()
            .orElseGet(() -> Objects.requireNonNull(names.get(0)));
  }
}
