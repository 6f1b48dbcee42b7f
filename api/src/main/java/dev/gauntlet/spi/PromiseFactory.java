package dev.gauntlet.spi;

import org.jspecify.annotations.Nullable;

/** Makes futures that are settled by hand. */
public interface PromiseFactory {

  /** Returns a new pending promise. */
  <V extends @Nullable Object> Promise<V> newPromise();
}
