package dev.gauntlet.peers;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.ExecutorConfig;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;

/**
 * {@code caller-runs}: the submitting thread runs the task before {@code submit} returns. No
 * hand-off can cost less, so this is the floor of the benchmarks. It is no pool: a body that waits
 * for its submitter never ends, and {@code cancel(true)} interrupts the submitter.
 */
public final class CallerRunsPeer implements PeerProvider {
  private static final Set<Capability> CAPABILITIES =
      Set.of(
          Capability.SHARED_MEMORY,
          Capability.INTERRUPTS_RUNNING_TASKS,
          Capability.FIFO_WITH_ONE_WORKER);

  /** Creates the provider; it has no state. */
  public CallerRunsPeer() {}

  @Override
  public String name() {
    return "caller-runs";
  }

  @Override
  public String description() {
    return "the submitting thread runs a FutureTask: the floor";
  }

  @Override
  public Optional<String> version() {
    return Versions.jdk();
  }

  @Override
  public Set<Capability> capabilities() {
    return CAPABILITIES;
  }

  @Override
  public ExecutorService openRaw(ExecutorConfig config) {
    Requirements.check(this, config);
    return new CallerRunsService();
  }

  @Override
  public TaskExecutor open(ExecutorConfig config) {
    return new FutureTaskExecutor(openRaw(config), /* pending= */ null);
  }
}
