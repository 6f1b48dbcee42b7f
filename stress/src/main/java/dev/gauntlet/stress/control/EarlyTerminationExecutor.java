package dev.gauntlet.stress.control;

/** Calls itself terminated when its queue is empty, whatever its worker still runs. */
public final class EarlyTerminationExecutor extends SteppedExecutor {

  /** Opens it. */
  public EarlyTerminationExecutor() {}

  @Override
  public boolean isTerminated() {
    return shut && queue.isEmpty();
  }
}
