package dev.gauntlet.conformance;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An exception whose methods throw, and count how often they were called. */
@SuppressWarnings("ThrowableEqualsHashCode") // that is its purpose
final class HostileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The calls so far. */
  private final transient AtomicInteger calls = new AtomicInteger();

  HostileException() {}

  int calls() {
    return calls.get();
  }

  private IllegalStateException refusal() {
    calls.incrementAndGet();
    return new IllegalStateException("a method of a user's exception was called");
  }

  @Override
  public @Nullable String getMessage() {
    throw refusal();
  }

  @Override
  public @Nullable String getLocalizedMessage() {
    throw refusal();
  }

  @Override
  public String toString() {
    throw refusal();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    throw refusal();
  }

  @Override
  public int hashCode() {
    throw refusal();
  }
}
