package dev.gauntlet.peers;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.gauntlet.conformance.SpecRule;
import dev.gauntlet.conformance.Specification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * The peers keep and break exactly the rules that are recorded. Several run at a time, each in
 * parts: most of a run is waiting for what a peer does not do. A difference counts if it shows
 * again when its rules run alone, so that a busy machine is not taken for a change of a peer.
 */
class PeerConformanceTest {
  private static final int AT_A_TIME = 8;

  /** Of neighbours, which are alike, each part gets some. */
  private static final int PARTS = 3;

  /** What peers break on purpose they also log, with traces by the hundred thousand lines. */
  @BeforeAll
  static void silenceTheirLogs() {
    LogManager.getLogManager().reset();
  }

  @TestFactory
  @Timeout(value = 14, unit = TimeUnit.MINUTES)
  Stream<DynamicTest> theKitSeesWhatIsRecorded() throws Exception {
    Map<PeerProvider, KitRun> runs = runAll();
    return runs.entrySet().stream()
        .map(run -> dynamicTest(run.getKey().name(), () -> compare(run.getKey(), run.getValue())));
  }

  private static Map<PeerProvider, KitRun> runAll()
      throws InterruptedException, ExecutionException {
    Map<PeerProvider, List<Future<KitRun>>> started = new LinkedHashMap<>();
    Map<PeerProvider, KitRun> runs = new LinkedHashMap<>();
    try (ExecutorService runners = Executors.newFixedThreadPool(AT_A_TIME)) {
      for (PeerProvider peer :
          Peers.all().stream().sorted(KnownDeviations.load().longestFirst()).toList()) {
        started.put(
            peer,
            parts().stream().map(part -> runners.submit(() -> KitRun.of(peer, part))).toList());
      }
      for (Map.Entry<PeerProvider, List<Future<KitRun>>> parts : started.entrySet()) {
        for (Future<KitRun> part : parts.getValue()) {
          runs.merge(parts.getKey(), part.get(), KitRun::and);
        }
      }
    }
    return runs;
  }

  private static List<Set<String>> parts() {
    List<Set<String>> parts =
        Stream.generate(() -> (Set<String>) new TreeSet<String>()).limit(PARTS).toList();
    int next = 0;
    for (SpecRule rule : Specification.get().rules()) {
      parts.get(next++ % PARTS).add(rule.id());
    }
    return parts;
  }

  private static void compare(PeerProvider peer, KitRun run) {
    DeviationCheck check = check(peer, run);
    for (int again = 0; again < 2 && check.fails(); again++) {
      check = check(peer, KitRun.of(peer, differences(check)));
    }
    if (!check.agrees()) {
      System.out.println(check.message());
    }
    assertFalse(check.fails(), check::message);
  }

  private static DeviationCheck check(PeerProvider peer, KitRun run) {
    return KnownDeviations.load()
        .compare(peer.name(), peer.version().orElseThrow(), run.broken().keySet(), run.kept());
  }

  private static Set<String> differences(DeviationCheck check) {
    Set<String> rules = new TreeSet<>(check.unknown());
    check.gone().forEach(gone -> rules.add(gone.rule()));
    return rules;
  }
}
