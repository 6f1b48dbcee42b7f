package dev.gauntlet.virtualthreads;

import static dev.gauntlet.virtualthreads.StateWord.ARRIVED;
import static dev.gauntlet.virtualthreads.StateWord.has;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A task that is what its own virtual thread runs. */
final class ThreadTask<V extends @Nullable Object> extends Task<V> {
  static final int ABANDONED = -1;

  /** Written by the submitter, before it starts the thread, and by the thread when it leaves. */
  private TaskTable.@Nullable Segment segment;

  /** As {@link #segment}; {@link #ABANDONED} if the submitter had no stack left to take it back. */
  int slot;

  ThreadTask(ThreadPerTaskPool pool, Object body, int kind) {
    super(pool, body, kind);
  }

  void setPlace(TaskTable.Segment segment, int slot) {
    this.segment = segment;
    this.slot = slot;
  }

  /**
   * Takes the task out of the table of its pool, and forgets the table and the thread (R25).
   *
   * @return whether it was marked there
   */
  boolean leaveTable() {
    TaskTable.Segment left = Objects.requireNonNull(segment);
    segment = null;
    setRunner(null);
    return slot != ABANDONED && left.clear(slot, this);
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
