package dev.gauntlet.virtualthreads;

import static dev.gauntlet.virtualthreads.StateWord.ARRIVED;
import static dev.gauntlet.virtualthreads.StateWord.has;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** A task that is what its own virtual thread runs. */
final class ThreadTask<V extends @Nullable Object> extends Task<V> {
  /*
   *   field   written by                                     write mode   read mode
   *   slots   submitter, before the start of the thread      plain        plain, by the same
   *           whoever takes the task out of the table: null  plain
   *   slot    submitter, before the start                    plain        plain, by the same; by
   *           submitter, when it has thrown: the complement  plain        who marks or clears the
   *                                                                       table, as a hint
   *
   * The task is taken out by its own thread, after all that the submitter wrote before the start,
   * or by the submitter if that thread will not run it (disown, cancelPending): never by both. If
   * the submitter has no stack left for that, a shutdown that has yet to mark the task drops it,
   * and a marked one is cleared by whoever waits for the end of the pool; one of these that still
   * reads the old slot leaves it to the next.
   */
  /** Where the task is in its table: written by the submitter, before it starts the thread. */
  private @Nullable AtomicReferenceArray<@Nullable Object> slots;

  /** As {@link #slots}; the complement if the submitter had no stack left to take it back. */
  int slot;

  ThreadTask(ThreadPerTaskPool pool, Object body, int kind) {
    super(pool, body, kind);
  }

  void setPlace(AtomicReferenceArray<@Nullable Object> slots, int slot) {
    this.slots = slots;
    this.slot = slot;
  }

  boolean isAbandoned() {
    return slot < 0;
  }

  /**
   * Takes the task out of the table of its pool, and forgets the table and the thread (R25).
   *
   * @return whether it was marked there
   */
  boolean leaveTable() {
    AtomicReferenceArray<@Nullable Object> left = Objects.requireNonNull(slots);
    int place = slot; // once: a submitter that has thrown may be about to change it
    slots = null;
    setRunner(null);
    return TaskTable.clear(left, place < 0 ? ~place : place, this);
  }

  /**
   * Does nothing on any thread but the one that was made for this task (L8), and nothing on that
   * one when its own body or a callback calls it (L12).
   */
  @Override
  public void run() {
    Thread thread = Thread.currentThread();
    if (runner() != thread || has(word(), ARRIVED)) {
      return;
    }
    boolean mine = true;
    try {
      mine = runOnWorker(thread) || arrive();
    } finally {
      if (mine) {
        ((ThreadPerTaskPool) host()).leave(this);
      }
    }
  }
}
