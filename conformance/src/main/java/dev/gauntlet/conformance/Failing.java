package dev.gauntlet.conformance;

import java.util.concurrent.Callable;

/** Bodies that throw what they are told to. */
final class Failing implements Callable<Object> {
  private final Throwable failure;

  private Failing(Throwable failure) {
    this.failure = failure;
  }

  /** Returns a body that throws {@code failure}, checked or not. */
  static Failing with(Throwable failure) {
    return new Failing(failure);
  }

  @Override
  public Object call() {
    throw Kit.sneak(failure);
  }
}
