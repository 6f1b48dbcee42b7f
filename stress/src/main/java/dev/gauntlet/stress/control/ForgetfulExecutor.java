package dev.gauntlet.stress.control;

import java.util.List;

/** Clears the interrupt flag before each body, also where it tells of a stop. */
public final class ForgetfulExecutor extends SteppedExecutor {

  /** Opens it. */
  public ForgetfulExecutor() {}

  @Override
  void run(Runnable task) {
    Pause.shortly();
    boolean unused = Thread.interrupted();
    super.run(task);
  }

  @Override
  public synchronized List<Runnable> shutdownNow() {
    List<Runnable> dropped = super.shutdownNow();
    Thread living = worker;
    if (living != null) {
      living.interrupt();
    }
    return dropped;
  }
}
