package dev.gauntlet.spi;

import dev.gauntlet.TaskExecutor;
import java.util.Optional;
import java.util.Set;

/**
 * Opens executors of one implementation. Stateless, with a public constructor without arguments;
 * found by {@link java.util.ServiceLoader}, or named by its class on the command line.
 */
public interface ExecutorProvider {

  /** Returns the name by which reports know the implementation: lower case, digits and hyphens. */
  String name();

  /** Returns what the implementation can do; always the same set. */
  Set<Capability> capabilities();

  /**
   * Opens a new executor.
   *
   * @throws UnsupportedOperationException if {@code config} asks for a capability that is lacking;
   *     the message names it
   */
  TaskExecutor open(ExecutorConfig config);

  /** Returns the factory of futures that are settled by hand; present with {@code PROMISES}. */
  default Optional<PromiseFactory> promises() {
    return Optional.empty();
  }

  /** Returns one line that says what the implementation is, for lists and reports. */
  default String description() {
    return name();
  }

  /** Returns the version of what is measured, if it has one of its own. */
  default Optional<String> version() {
    return Optional.empty();
  }
}
