package dev.gauntlet.spi;

/** An executor that recognises its own workers, so that {@code close} can refuse them (L10). */
public interface WorkerAware {

  /**
   * Returns whether the calling thread is executing a task or a callback of this executor, or is on
   * the way to it: in the initializer, or making a worker, so that a wait for termination would be
   * one for itself.
   */
  boolean isCurrentThreadWorker();
}
