package dev.gauntlet.peers;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A task that claims its start. Only the peer holds it, so that it lives as long as the peer keeps
 * the task; it describes itself as the task does.
 */
final class ClaimedCallable<V extends @Nullable Object> implements Callable<V> {
  private final Callable<? extends V> task;
  private final Claim claim;

  ClaimedCallable(Callable<? extends V> task, Claim claim) {
    this.task = task;
    this.claim = claim;
  }

  @Override
  public V call() throws Exception {
    claim.start();
    return task.call();
  }

  @Override
  public String toString() {
    return task.toString();
  }
}
