package dev.gauntlet.soak;

import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A thread of the user: performs the steps of its script one after the other. */
final class Actor implements Runnable {
  private static final ThreadLocal<@Nullable Actor> CURRENT = new ThreadLocal<>();

  private final Arena arena;
  private final List<EpochPlan.Step> script;
  private final Beat beat;

  /** Whether the code of the soak has interrupted this thread; confined to it. */
  private boolean interruptsItself;

  Actor(Arena arena, List<EpochPlan.Step> script, Beat beat) {
    this.arena = arena;
    this.script = script;
    this.beat = beat;
  }

  static boolean isCurrentThread() {
    return CURRENT.get() != null;
  }

  /** Runs something as an actor without a script would. */
  static void impersonate(Arena arena, Beat beat, Runnable action) {
    CURRENT.set(new Actor(arena, List.of(), beat));
    try {
      action.run();
    } finally {
      CURRENT.remove();
    }
  }

  /** Returns whether the code of the soak has interrupted this thread in its present step. */
  static boolean hasInterruptedItself() {
    Actor actor = CURRENT.get();
    return actor != null && actor.interruptsItself;
  }

  static void noteOwnInterrupt() {
    Actor actor = CURRENT.get();
    if (actor != null) {
      actor.interruptsItself = true;
    }
  }

  @Override
  public void run() {
    CURRENT.set(this);
    try {
      script.forEach(this::perform);
    } finally {
      beat.end();
      CURRENT.remove();
    }
  }

  private void perform(EpochPlan.Step step) {
    beat.begin(step.operation().toString());
    try {
      arena.counts.operations.count(step.operation());
      step.operation().perform(arena, new SplittableRandom(step.draw()));
    } catch (Throwable failure) {
      arena.ledger.violation("L1", step.operation() + " threw " + failure);
    } finally {
      beat.end();
      clearFlag();
    }
  }

  /** An executor interrupts nobody but its workers (I11). */
  private void clearFlag() {
    if (Thread.interrupted() && !interruptsItself) {
      arena.ledger.violation("I11", "an actor was interrupted by the executor");
    }
    interruptsItself = false;
  }
}
