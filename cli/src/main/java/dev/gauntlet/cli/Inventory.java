package dev.gauntlet.cli;

import dev.gauntlet.benchmarks.run.Suite;
import dev.gauntlet.conformance.SpecRule;
import dev.gauntlet.conformance.Specification;
import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.ExecutorProvider;
import dev.gauntlet.stress.run.RaceCatalog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that can be named on the command line.
 *
 * @param subjects the providers
 * @param scenarios the benchmarks
 * @param races the jcstress races
 * @param racesNotRunHere those of them that have more actors than this machine has processors
 */
record Inventory(
    List<ExecutorProvider> subjects,
    List<Scenario> scenarios,
    List<String> races,
    List<String> racesNotRunHere) {

  /**
   * A benchmark.
   *
   * @param name its name
   * @param question what it asks
   */
  record Scenario(String name, String question) {}

  static Inventory ofEverything() {
    List<Scenario> scenarios =
        Suite.FULL.scenarios().stream()
            .map(scenario -> new Scenario(scenario.name(), scenario.question()))
            .toList();
    RaceCatalog races = RaceCatalog.read();
    return new Inventory(
        Subjects.all(),
        scenarios,
        races.races().stream().sorted().toList(),
        races.racesBeyond(Runtime.getRuntime().availableProcessors()).stream().sorted().toList());
  }

  String toJson() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("subjects", subjects.stream().map(Inventory::asMap).toList());
    all.put("scenarios", scenarios);
    all.put("races", races);
    all.put("racesNotRunHere", racesNotRunHere);
    all.put(
        "rules",
        Specification.get().rules().stream()
            .filter(rule -> rule.level() != SpecRule.Level.RESERVED)
            .toList());
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(all);
  }

  private static Map<String, Object> asMap(ExecutorProvider subject) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", subject.name());
    map.put("description", subject.description());
    map.put("version", subject.version().orElse(null));
    map.put(
        "capabilities", subject.capabilities().stream().sorted().map(Capability::name).toList());
    return map;
  }
}
