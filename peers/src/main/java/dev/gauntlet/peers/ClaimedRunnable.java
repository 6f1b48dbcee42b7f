package dev.gauntlet.peers;

/** The same as {@link ClaimedCallable} for a Runnable. */
final class ClaimedRunnable implements Runnable {
  private final Runnable task;
  private final Claim claim;

  ClaimedRunnable(Runnable task, Claim claim) {
    this.task = task;
    this.claim = claim;
  }

  @Override
  public void run() {
    claim.start();
    task.run();
  }

  @Override
  public String toString() {
    return task.toString();
  }
}
