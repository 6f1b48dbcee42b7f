package dev.gauntlet.peers;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.Promise;
import org.jspecify.annotations.Nullable;

/** The writing side of a peer's future; a subclass settles it as the peer does. */
abstract class PeerPromise<V extends @Nullable Object> implements Promise<V> {
  private final TaskFuture<V> future;
  private final Claim claim;

  PeerPromise(TaskFuture<V> future, Claim claim) {
    this.future = future;
    this.claim = claim;
  }

  @Override
  public final TaskFuture<V> future() {
    return future;
  }

  @Override
  public boolean start() {
    if (future.isDone()) {
      return false;
    }
    if (claim.tryStart()) {
      return true;
    }
    if (claim.isStarted() && !future.isDone()) {
      throw new IllegalStateException("already running: " + future);
    }
    return false;
  }
}
