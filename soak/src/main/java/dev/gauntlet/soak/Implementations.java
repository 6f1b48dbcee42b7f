package dev.gauntlet.soak;

import dev.gauntlet.lockfree.LockFreeProvider;
import dev.gauntlet.locking.LockingProvider;
import dev.gauntlet.spi.ExecutorProvider;
import dev.gauntlet.virtualthreads.BoundedVirtualThreadProvider;
import dev.gauntlet.virtualthreads.VirtualThreadProvider;
import java.util.Collection;
import java.util.List;

/** What is soaked. */
public final class Implementations {
  private static final List<ExecutorProvider> ALL =
      List.of(
          new LockFreeProvider(),
          new LockingProvider(),
          new VirtualThreadProvider(),
          new BoundedVirtualThreadProvider());

  private Implementations() {}

  /** Returns all implementations, in the order of their names. */
  public static List<ExecutorProvider> all() {
    return ALL;
  }

  /**
   * Returns the named ones in the order of the names, or all if none is named.
   *
   * @throws SoakUsageException if a name is unknown
   */
  public static List<ExecutorProvider> named(Collection<String> names) {
    return names.isEmpty() ? ALL : names.stream().map(Implementations::named).toList();
  }

  private static ExecutorProvider named(String name) {
    return ALL.stream()
        .filter(provider -> provider.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new SoakUsageException("unknown subject '" + name + "'; there are " + names()));
  }

  private static String names() {
    return String.join(", ", ALL.stream().map(ExecutorProvider::name).toList());
  }
}
