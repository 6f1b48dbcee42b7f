package dev.gauntlet.stress.control;

import org.jspecify.annotations.Nullable;

/** Reads its state with a plain read, which orders nothing. */
public final class PlainStateFuture<V extends @Nullable Object> extends SteppedFuture<V> {

  /** Creates a pending one. */
  public PlainStateFuture() {}

  @Override
  Outcome outcome() {
    return outcome.getPlain();
  }
}
