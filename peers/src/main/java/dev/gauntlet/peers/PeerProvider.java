package dev.gauntlet.peers;

import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.ExecutorProvider;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/** A provider whose executor is somebody else's. */
public interface PeerProvider extends ExecutorProvider {

  /**
   * Opens the peer as its users would, without any object of an adapter between the caller and it.
   *
   * @throws UnsupportedOperationException if {@code config} asks for a capability that is lacking;
   *     the message names it
   */
  ExecutorService openRaw(ExecutorConfig config);

  /** Returns the futures of the peer that are settled by hand, if it has any. */
  default Optional<RawPromises> rawPromises() {
    return Optional.empty();
  }

  /**
   * Returns whether tasks of the raw executor may wait for more of its tasks than it has workers:
   * it has threads without bound, or a worker that waits runs other tasks meanwhile or is replaced.
   */
  default boolean joinsNestedTasks() {
    return !capabilities().contains(Capability.BOUNDED_WORKERS);
  }

  /** Returns whether every task that the raw executor has accepted runs after its shutdown (L4). */
  default boolean drainsOnShutdown() {
    return true;
  }

  /** Returns whether the raw executor keeps the interrupt of a cancel from the next task (C8). */
  default boolean confinesInterrupts() {
    return true;
  }
}
