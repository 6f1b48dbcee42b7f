package dev.gauntlet.conformance;

/** A worker thread that calls a hook before each interrupt, on the thread that interrupts. */
final class HookedThread extends Thread {
  private final Runnable beforeInterrupt;

  HookedThread(Runnable body, Runnable beforeInterrupt) {
    super(null, body, "hooked", 0, /* inheritInheritableThreadLocals= */ false);
    this.beforeInterrupt = beforeInterrupt;
    setDaemon(true);
  }

  @Override
  public void interrupt() {
    beforeInterrupt.run();
    super.interrupt();
  }
}
