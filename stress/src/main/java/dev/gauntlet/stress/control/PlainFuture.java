package dev.gauntlet.stress.control;

/** Ends by a plain write, with which compilers and processors do as they like. */
public final class PlainFuture {
  private boolean done;

  /** Creates a pending one. */
  public PlainFuture() {}

  /** Ends it. */
  public void end() {
    done = true;
  }

  /** Returns whether it has ended. */
  public boolean isDone() {
    return done;
  }
}
