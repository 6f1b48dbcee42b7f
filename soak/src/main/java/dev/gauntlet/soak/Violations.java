package dev.gauntlet.soak;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects what must not be: all are counted; the first ones, and the first of each rule, kept. */
final class Violations {
  private static final int KEPT = 20;

  private final List<Violation> first = new ArrayList<>();
  private final Set<String> rules = new HashSet<>();
  private long count;

  synchronized void add(long epoch, String rule, String text) {
    count++;
    if (rules.add(rule) || first.size() < KEPT) {
      first.add(new Violation(epoch, rule, text));
    }
  }

  synchronized long count() {
    return count;
  }

  synchronized List<Violation> first() {
    return List.copyOf(first);
  }
}
