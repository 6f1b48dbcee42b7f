package dev.gauntlet.soak;

/**
 * Which forms of shutdown were begun in an epoch: noted before the call, so seen by its effects.
 */
final class ShutdownFacts {
  private volatile boolean ending;
  private volatile boolean cancelling;
  private volatile boolean cancellingSilently;
  private volatile boolean stopping;

  /** Some form of shutdown: submissions may be refused. */
  void ends() {
    ending = true;
  }

  /** Pending tasks may be cancelled, and nobody gets a list of them. */
  void cancelsSilently() {
    ending = true;
    cancelling = true;
    cancellingSilently = true;
  }

  /** Pending tasks may be cancelled and are listed; running ones may be interrupted. */
  void stops() {
    ending = true;
    cancelling = true;
    stopping = true;
  }

  boolean isEnding() {
    return ending;
  }

  boolean isCancelling() {
    return cancelling;
  }

  boolean isCancellingSilently() {
    return cancellingSilently;
  }

  boolean isStopping() {
    return stopping;
  }
}
