package dev.gauntlet.cli;

import dev.gauntlet.benchmarks.run.Suite;
import dev.gauntlet.conformance.SpecRule;
import dev.gauntlet.conformance.Specification;
import dev.gauntlet.reports.gate.GateSettings;
import dev.gauntlet.reports.record.ScenarioInfo;
import dev.gauntlet.soak.Implementations;
import dev.gauntlet.stress.run.RaceCatalog;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a shell proposes for the values of options. */
final class Completions {
  private Completions() {}

  /** Names of all subjects. */
  static final class OfSubjects implements Iterable<String> {
    OfSubjects() {}

    @Override
    public Iterator<String> iterator() {
      return Subjects.namesOf(Subjects.all()).iterator();
    }
  }

  /** Names of the implementations, which alone are soaked and raced. */
  static final class OfImplementations implements Iterable<String> {
    OfImplementations() {}

    @Override
    public Iterator<String> iterator() {
      return Subjects.namesOf(Implementations.all()).iterator();
    }
  }

  /** How a gate goes about it, in the words of the option. */
  static final class OfPlans implements Iterable<String> {
    OfPlans() {}

    @Override
    public Iterator<String> iterator() {
      return Stream.of(GateSettings.Plan.values())
          .map(plan -> plan.name().toLowerCase(Locale.ROOT))
          .iterator();
    }
  }

  /** Margins that are often asked for. */
  static final class OfMargins implements Iterable<String> {
    OfMargins() {}

    @Override
    public Iterator<String> iterator() {
      return List.of("5%", "10%", "auto").iterator();
    }
  }

  /** Names of all scenarios. */
  static final class OfScenarios implements Iterable<String> {
    OfScenarios() {}

    @Override
    public Iterator<String> iterator() {
      return Suite.FULL.scenarios().stream().map(ScenarioInfo::name).iterator();
    }
  }

  /** Ids of the rules that are tested. */
  static final class OfRules implements Iterable<String> {
    OfRules() {}

    @Override
    public Iterator<String> iterator() {
      return Specification.get().rules().stream()
          .filter(SpecRule::isTestable)
          .map(SpecRule::id)
          .iterator();
    }
  }

  /** Names of all races. */
  static final class OfRaces implements Iterable<String> {
    OfRaces() {}

    @Override
    public Iterator<String> iterator() {
      return RaceCatalog.read().races().stream().sorted().iterator();
    }
  }
}
