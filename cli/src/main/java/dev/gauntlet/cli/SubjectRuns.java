package dev.gauntlet.cli;

import dev.gauntlet.conformance.run.ConformanceRun;
import dev.gauntlet.conformance.run.RuleResult;
import dev.gauntlet.peers.PeerProvider;
import dev.gauntlet.spi.ExecutorProvider;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * Runs the kit over several subjects. Peers run some at a time, since most of their time is waiting
 * for what they never do; a deviation that is not listed then counts if it shows again when its
 * rule runs alone. All other subjects run alone from the start, and what is seen once counts.
 */
final class SubjectRuns {
  private static final int PEERS_AT_A_TIME = 5;

  private final ConformanceRun run;
  private final PrintWriter err;
  private final int tests;

  SubjectRuns(ConformanceRun run, PrintWriter err) {
    this.run = run;
    this.err = err;
    this.tests = run.size();
  }

  /** Returns the results in the order of the subjects. */
  List<SubjectResults> of(List<ExecutorProvider> subjects) {
    Map<ExecutorProvider, SubjectResults> results = new LinkedHashMap<>();
    List<ExecutorProvider> peers =
        subjects.stream().filter(PeerProvider.class::isInstance).toList();
    for (ExecutorProvider subject : subjects) {
      if (peers.size() < 2 || !peers.contains(subject)) {
        results.put(subject, alone(subject));
      }
    }
    if (peers.size() > 1) {
      results.putAll(together(peers));
    }
    return subjects.stream().map(results::get).toList();
  }

  private SubjectResults alone(ExecutorProvider subject) {
    StepProgress progress = new StepProgress(err, subject.name(), tests);
    SubjectResults results = check(subject, progress);
    progress.done();
    return results;
  }

  private Map<ExecutorProvider, SubjectResults> together(List<ExecutorProvider> peers) {
    Map<ExecutorProvider, Future<SubjectResults>> started = new LinkedHashMap<>();
    Map<ExecutorProvider, SubjectResults> results = new LinkedHashMap<>();
    StepProgress progress =
        new StepProgress(err, Text.count(peers.size(), "peer"), tests * peers.size());
    try (ExecutorService runners = Executors.newFixedThreadPool(PEERS_AT_A_TIME)) {
      peers.stream()
          .sorted(SubjectResults.DEVIATIONS.longestFirst())
          .forEach(peer -> started.put(peer, runners.submit(() -> check(peer, progress))));
      started.forEach((peer, result) -> results.put(peer, join(result)));
    }
    progress.done();
    results.replaceAll((peer, seen) -> confirmed(seen));
    return results;
  }

  private SubjectResults check(ExecutorProvider subject, StepProgress progress) {
    return new SubjectResults(subject, run.run(subject, result -> progress.step()));
  }

  private static SubjectResults join(Future<SubjectResults> result) {
    try {
      return result.get();
    } catch (ExecutionException failed) {
      throw new IllegalStateException("the kit failed", failed.getCause());
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException("interrupted", interrupted);
    }
  }

  /** Repeats what is broken and not listed, while nothing else runs. */
  private static SubjectResults confirmed(SubjectResults seen) {
    Set<String> broken = rulesOf(seen.broken(/* known= */ false));
    if (broken.isEmpty()) {
      return seen;
    }
    List<RuleResult> tests = new ArrayList<>(seen.tests());
    tests.removeIf(test -> broken.contains(test.rule()));
    tests.addAll(ConformanceRun.ofRules(broken).run(seen.subject(), result -> {}));
    return new SubjectResults(seen.subject(), tests);
  }

  private static Set<String> rulesOf(Collection<RuleResult> results) {
    return results.stream().map(RuleResult::rule).collect(Collectors.toSet());
  }
}
