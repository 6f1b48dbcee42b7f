package dev.gauntlet.lockfree;

/** What {@link WorkerQueueOperations} return if nothing happens at the same time. */
public final class WorkerQueueSpecification {
  private int pending = 1;

  public WorkerQueueSpecification() {}

  /** There is room for all. */
  public boolean push() {
    pending++;
    return true;
  }

  /** One of them. */
  public boolean poll() {
    boolean taken = pending > 0;
    pending -= taken ? 1 : 0;
    return taken;
  }

  /** One of them. */
  public boolean help() {
    return poll();
  }

  /** One of them. */
  public boolean steal() {
    return poll();
  }

  /** Lets go of dead tasks, which nobody sees. */
  public void sweep() {}
}
