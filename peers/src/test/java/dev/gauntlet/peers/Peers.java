package dev.gauntlet.peers;

import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.ExecutorProvider;
import java.util.List;
import java.util.ServiceLoader;

/** The peers by what a test needs of them. */
final class Peers {

  private Peers() {}

  static List<PeerProvider> all() {
    return ServiceLoader.load(ExecutorProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .map(PeerProvider.class::cast)
        .toList();
  }

  /** Those that run a task on a thread other than the submitter's. */
  static List<PeerProvider> asynchronous() {
    return all().stream().filter(peer -> !(peer instanceof CallerRunsPeer)).toList();
  }

  /** Those in which a task waits while the only worker is busy. */
  static List<PeerProvider> queueing() {
    return with(Capability.BOUNDED_WORKERS);
  }

  static List<PeerProvider> with(Capability capability) {
    return all().stream().filter(peer -> peer.capabilities().contains(capability)).toList();
  }

  static ExecutorConfig oneWorker() {
    return ExecutorConfig.builder().workers(1).build();
  }
}
