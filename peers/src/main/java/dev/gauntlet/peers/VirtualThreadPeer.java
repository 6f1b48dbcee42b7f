package dev.gauntlet.peers;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.ExecutorConfig;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * {@code jdk-virtual}: {@link Executors#newVirtualThreadPerTaskExecutor}. Its own future is a
 * {@link java.util.concurrent.FutureTask} on JDK 25, of a class that nobody can extend; the adapter
 * hands {@code execute} a FutureTask with a hook, as a user does who needs one.
 */
public final class VirtualThreadPeer implements PeerProvider {
  private static final Set<Capability> CAPABILITIES =
      Set.of(
          Capability.SHARED_MEMORY, Capability.ASYNCHRONOUS, Capability.INTERRUPTS_RUNNING_TASKS);

  /** Creates the provider; it has no state. */
  public VirtualThreadPeer() {}

  @Override
  public String name() {
    return "jdk-virtual";
  }

  @Override
  public String description() {
    return "a new virtual thread for each task";
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
    return Executors.newVirtualThreadPerTaskExecutor();
  }

  @Override
  public TaskExecutor open(ExecutorConfig config) {
    return new FutureTaskExecutor(openRaw(config), /* pending= */ null);
  }
}
