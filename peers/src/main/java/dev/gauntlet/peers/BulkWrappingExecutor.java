package dev.gauntlet.peers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A {@link WrappingExecutor} whose peer has bulk operations: they are the peer's own, and the
 * futures that its {@code invokeAll} returns are wrapped.
 */
final class BulkWrappingExecutor extends WrappingExecutor {

  BulkWrappingExecutor(
      ExecutorService peer, @Nullable Queue<Runnable> pending, FutureWrapper wrapper) {
    super(peer, pending, wrapper);
  }

  @Override
  public <T extends @Nullable Object> List<Future<T>> invokeAll(
      Collection<? extends Callable<T>> tasks) throws InterruptedException {
    Bulk<T> bulk = new Bulk<>(tasks);
    return bulk.wrap(peer().invokeAll(bulk.claimed), wrapper());
  }

  @Override
  public <T extends @Nullable Object> List<Future<T>> invokeAll(
      Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
      throws InterruptedException {
    Bulk<T> bulk = new Bulk<>(tasks);
    return bulk.wrap(peer().invokeAll(bulk.claimed, timeout, unit), wrapper());
  }

  @Override
  public <T extends @Nullable Object> T invokeAny(Collection<? extends Callable<T>> tasks)
      throws InterruptedException, ExecutionException {
    return peer().invokeAny(tasks);
  }

  @Override
  public <T extends @Nullable Object> T invokeAny(
      Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    return peer().invokeAny(tasks, timeout, unit);
  }

  /** The tasks of one call with their claims; a null task stays null, for the peer to refuse. */
  private static final class Bulk<T extends @Nullable Object> {
    private final List<@Nullable Callable<T>> claimed;
    private final List<Claim> claims;

    Bulk(Collection<? extends Callable<T>> tasks) {
      claimed = new ArrayList<>(tasks.size());
      claims = new ArrayList<>(tasks.size());
      for (@Nullable Callable<T> task : tasks) {
        Claim claim = new Claim();
        claims.add(claim);
        claimed.add(task == null ? null : new ClaimedCallable<>(task, claim));
      }
    }

    List<Future<T>> wrap(List<Future<T>> peers, FutureWrapper wrapper) {
      List<Future<T>> wrapped = new ArrayList<>(peers.size());
      for (int i = 0; i < peers.size(); i++) {
        wrapped.add(wrapper.wrap(peers.get(i), claims.get(i)));
      }
      return wrapped;
    }
  }
}
