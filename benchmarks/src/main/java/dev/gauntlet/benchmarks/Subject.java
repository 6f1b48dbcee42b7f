package dev.gauntlet.benchmarks;

import dev.gauntlet.peers.PeerProvider;
import dev.gauntlet.peers.RawPromises;
import dev.gauntlet.reports.record.SubjectInfo;
import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.ExecutorProvider;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/** An executor to be measured, by name. */
public final class Subject {
  private final ExecutorProvider provider;
  private final SubjectInfo.Kind kind;

  Subject(ExecutorProvider provider, SubjectInfo.Kind kind) {
    this.provider = provider;
    this.kind = kind;
  }

  /** Returns the name by which it is chosen and reported. */
  public String name() {
    return provider.name();
  }

  /** Returns what the record of a run says about it. */
  public SubjectInfo info() {
    return new SubjectInfo(name(), provider.description(), provider.version().orElse(null), kind);
  }

  /** Returns whether a submission returns without waiting for its body. */
  public boolean isAsynchronous() {
    return provider.capabilities().contains(Capability.ASYNCHRONOUS);
  }

  /** Returns whether it has what a scenario asks for. */
  public boolean has(Need need) {
    return switch (need) {
      case PROMISES -> promises().isPresent();
      case CALLBACKS -> callbacks().isPresent();
      case QUEUE -> isAsynchronous() && isBounded();
      case THREAD_EACH -> isAsynchronous() && !isBounded();
      case NESTED_JOIN -> joinsNestedTasks();
      case DRAIN -> !(provider instanceof PeerProvider peer) || peer.drainsOnShutdown();
      case CONFINED_INTERRUPTS ->
          !(provider instanceof PeerProvider peer) || peer.confinesInterrupts();
    };
  }

  private boolean isBounded() {
    return provider.capabilities().contains(Capability.BOUNDED_WORKERS);
  }

  private boolean joinsNestedTasks() {
    return provider instanceof PeerProvider peer
        ? peer.joinsNestedTasks()
        : !isBounded() || provider.capabilities().contains(Capability.HELPS_NESTED_JOIN);
  }

  /** Opens it as its users do, with daemon threads; a peer without any adapter around it. */
  ExecutorService open(int workers) {
    ExecutorConfig.Builder config = ExecutorConfig.builder().workers(workers);
    if (provider.capabilities().contains(Capability.CUSTOM_THREADS)) {
      config.daemon(true);
    }
    return provider instanceof PeerProvider peer
        ? peer.openRaw(config.build())
        : provider.open(config.build());
  }

  Optional<HandSettled> promises() {
    return provider instanceof PeerProvider peer
        ? peer.rawPromises().map(HandSettled::of)
        : provider.promises().map(HandSettled::of);
  }

  Optional<CalledBack> callbacks() {
    return provider instanceof PeerProvider peer
        ? peer.rawPromises().filter(RawPromises::takesManyListeners).map(CalledBack::of)
        : provider.promises().map(CalledBack::of);
  }
}
