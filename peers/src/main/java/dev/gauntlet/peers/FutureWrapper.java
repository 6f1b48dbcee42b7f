package dev.gauntlet.peers;

import dev.gauntlet.TaskFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Makes a {@link TaskFuture} of a peer's future. */
interface FutureWrapper {

  /** Returns the peer's future behind the interface; the task of that future uses the claim. */
  <V extends @Nullable Object> TaskFuture<V> wrap(Future<V> peer, Claim claim);
}
