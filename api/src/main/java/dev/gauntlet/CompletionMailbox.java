package dev.gauntlet;

import dev.gauntlet.spi.Deadline;
import dev.gauntlet.spi.FutureWaiter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Where done futures arrive, in the order of completion, for one consumer.
 *
 * <p>The futures refer to the mailbox and not to the iterator in front of it, so that a dropped
 * iterator can be collected and its registrations be given back (A8).
 */
final class CompletionMailbox<F extends TaskFuture<?>> implements FutureWaiter {
  /*
   *   field     written by                  write mode        read by                    read mode
   *   arrived   futureDone (any thread)     add of the queue  consumer                   its poll
   *   missed    futureDone, without memory  volatile          consumer                   volatile
   *   consumer  consumer, before it parks   volatile          futureDone, after its add  volatile
   *   pending   consumer                    confined          consumer                   confined
   *
   * The consumer publishes itself and then looks at the queue; a completing thread adds to the
   * queue and then looks for a consumer. Both pairs are volatile, so one side sees the other and no
   * arrival is slept through. One that could not be added is missed, and found among the pending.
   */
  private final ConcurrentLinkedQueue<TaskFuture<?>> arrived = new ConcurrentLinkedQueue<>();
  private final Set<F> pending;
  private volatile boolean missed;
  private volatile @Nullable Thread consumer;

  /**
   * Registers with every future; those that are done already arrive first, in the order given.
   *
   * @param futures belongs to the mailbox from here on
   */
  CompletionMailbox(Set<F> futures) {
    pending = futures;
    List<F> later = new ArrayList<>();
    for (F future : futures) {
      if (future.isDone()) {
        arrived.add(future);
      } else {
        later.add(future);
      }
    }
    for (F future : later) {
      if (!FutureListening.add(future, this)) {
        arrived.add(future);
      }
    }
  }

  @Override
  public void futureDone(TaskFuture<?> future) {
    boolean added = false;
    try {
      added = arrived.add(future);
    } finally {
      if (!added) {
        missed = true;
      }
      LockSupport.unpark(consumer);
    }
  }

  /** Returns how many futures were not yet taken. */
  int size() {
    return pending.size();
  }

  /** Returns how many of the futures that were not yet taken are not done. */
  int unfinished() {
    int count = 0;
    for (F future : pending) {
      count += future.isDone() ? 0 : 1;
    }
    return count;
  }

  /**
   * Takes the next arrival, or returns null. One that was taken by {@link #takeDone} is skipped.
   */
  @Nullable F poll() {
    for (TaskFuture<?> future; (future = arrived.poll()) != null; ) {
      if (pending.remove(future)) {
        @SuppressWarnings("unchecked") // only futures of the set of F are registered
        F taken = (F) future;
        return taken;
      }
    }
    return missed ? takeDone() : null;
  }

  /** Takes a future that is done although its arrival was not yet seen, or returns null. */
  @Nullable F takeDone() {
    for (Iterator<F> left = pending.iterator(); left.hasNext(); ) {
      F future = left.next();
      if (future.isDone()) {
        left.remove();
        return future;
      }
    }
    return null;
  }

  /**
   * Takes the next arrival, waiting for it.
   *
   * @return null if the deadline has passed first
   */
  @Nullable F take(@Nullable Deadline deadline) throws InterruptedException {
    F ready = poll();
    if (ready != null) {
      return ready;
    }
    consumer = Thread.currentThread();
    try {
      while ((ready = poll()) == null) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        if (!park(deadline)) {
          return null;
        }
      }
      return ready;
    } finally {
      consumer = null;
    }
  }

  private boolean park(@Nullable Deadline deadline) {
    if (deadline == null) {
      LockSupport.park(this);
      return true;
    }
    long nanos = deadline.remainingNanos();
    if (nanos > 0) {
      LockSupport.parkNanos(this, nanos);
    }
    return nanos > 0;
  }

  /** Gives every registration back and forgets the futures. */
  void close() {
    for (F future : pending) {
      FutureListening.remove(future, this);
    }
    pending.clear();
    arrived.clear();
  }
}
