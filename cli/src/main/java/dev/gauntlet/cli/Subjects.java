package dev.gauntlet.cli;

import dev.gauntlet.peers.PeerProvider;
import dev.gauntlet.spi.ExecutorProvider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** The providers on the class path: the implementations first, then the peers. */
final class Subjects {

  private Subjects() {}

  static List<ExecutorProvider> all() {
    List<ExecutorProvider> found = new ArrayList<>();
    ServiceLoader.load(ExecutorProvider.class).forEach(found::add);
    found.sort(
        Comparator.<ExecutorProvider, Boolean>comparing(PeerProvider.class::isInstance)
            .thenComparing(ExecutorProvider::name));
    return found;
  }

  /** Returns the named ones in the order of the names, or all if none is named. */
  static List<ExecutorProvider> named(List<String> names) {
    List<ExecutorProvider> all = all();
    if (names.isEmpty()) {
      return all;
    }
    List<ExecutorProvider> named = new ArrayList<>();
    for (String name : names) {
      named.add(
          all.stream()
              .filter(provider -> provider.name().equals(name))
              .findFirst()
              .orElseThrow(() -> UserException.unknown("subject", name, namesOf(all))));
    }
    return named;
  }

  static List<String> namesOf(List<ExecutorProvider> providers) {
    return providers.stream().map(ExecutorProvider::name).toList();
  }
}
