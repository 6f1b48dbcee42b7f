package dev.gauntlet.virtualthreads;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/**
 * How a failure is thrown to those who retrieve it. No method of the failure is called, and it is
 * not changed: it belongs to the user and is shared by all who ask (R1, R4).
 */
final class Outcomes {

  private Outcomes() {}

  /** Names the class only: the usual message would be the failure's toString. */
  static ExecutionException executionException(Throwable failure) {
    return new ExecutionException(failure.getClass().getName(), failure);
  }

  /** Returns what {@code result} throws, or throws it if it is an Error (R3). */
  static RuntimeException unchecked(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof RuntimeException runtime
        ? runtime
        : new CompletionException(failure.getClass().getName(), failure);
  }
}
