package dev.gauntlet.peers;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A {@link CompletableFuture} completed by hand. */
final class StagePromise<V extends @Nullable Object> extends PeerPromise<V> {
  private final CompletableFuture<V> stage;

  StagePromise() {
    this(new CompletableFuture<>(), new Claim());
  }

  private StagePromise(CompletableFuture<V> stage, Claim claim) {
    super(new StageFuture<>(stage, claim), claim);
    this.stage = stage;
  }

  @Override
  public boolean trySucceed(V value) {
    return stage.complete(value);
  }

  @Override
  public boolean tryFail(Throwable failure) {
    return stage.completeExceptionally(failure);
  }
}
