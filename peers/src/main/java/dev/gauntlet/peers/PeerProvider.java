package dev.gauntlet.peers;

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
}
