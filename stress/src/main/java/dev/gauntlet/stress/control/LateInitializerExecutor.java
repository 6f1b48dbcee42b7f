package dev.gauntlet.stress.control;

/** Runs its initializer when the worker has run its first task. */
public final class LateInitializerExecutor extends SteppedExecutor {
  private final Runnable initializer;
  private boolean initialized;

  /**
   * Opens it.
   *
   * @param initializer runs once on the worker
   */
  public LateInitializerExecutor(Runnable initializer) {
    this.initializer = initializer;
  }

  @Override
  void run(Runnable task) {
    super.run(task);
    if (!initialized) {
      initialized = true;
      initializer.run();
    }
  }
}
