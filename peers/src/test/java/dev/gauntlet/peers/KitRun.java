package dev.gauntlet.peers;

import dev.gauntlet.conformance.run.ConformanceRun;
import dev.gauntlet.conformance.run.RuleResult;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the conformance kit sees of one peer, rule by rule: a rule is broken if one of its tests is.
 * Where a replacement was checked, the result is one of the replacement.
 *
 * @param broken what was seen instead, by the id of the broken rule
 * @param kept the ids of the rules that no test saw broken
 */
record KitRun(Map<String, String> broken, Set<String> kept) {

  static KitRun of(PeerProvider peer) {
    return of(peer, ConformanceRun.ofAllRules());
  }

  static KitRun of(PeerProvider peer, Set<String> rules) {
    return of(peer, ConformanceRun.ofRules(rules));
  }

  /** Returns what two runs saw that checked different rules of the same peer. */
  KitRun and(KitRun other) {
    Map<String, String> allBroken = new LinkedHashMap<>(broken);
    other.broken.forEach(allBroken::putIfAbsent);
    Set<String> allKept = new LinkedHashSet<>(kept);
    allKept.addAll(other.kept);
    allKept.removeAll(allBroken.keySet());
    return new KitRun(allBroken, allKept);
  }

  private static KitRun of(PeerProvider peer, ConformanceRun run) {
    Map<String, String> broken = new LinkedHashMap<>();
    Set<String> kept = new LinkedHashSet<>();
    for (RuleResult result : run.run(peer, seen -> {})) {
      String rule = result.replacedBy() == null ? result.rule() : result.replacedBy();
      if (result.outcome() == RuleResult.Outcome.BROKEN) {
        broken.putIfAbsent(rule, seen(result));
      } else {
        kept.add(rule);
      }
    }
    kept.removeAll(broken.keySet());
    return new KitRun(broken, kept);
  }

  private static String seen(RuleResult result) {
    return String.valueOf(result.message())
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith("seen:"))
        .map(line -> line.substring("seen:".length()).strip().replace('\t', ' '))
        .findFirst()
        .orElse(result.test());
  }
}
