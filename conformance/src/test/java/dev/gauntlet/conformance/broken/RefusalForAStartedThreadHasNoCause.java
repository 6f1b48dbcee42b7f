package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.spi.ExecutorConfig;
import java.util.concurrent.RejectedExecutionException;

/** Violates L19 only: the refusal of a thread that the factory had started has no cause. */
@Violates("L19")
final class RefusalForAStartedThreadHasNoCause extends ReferenceProvider {
  @Override
  public ReferencePool newPool(ExecutorConfig config) {
    return new ReferencePool(this, config) {
      @Override
      public RejectedExecutionException refusal(Throwable cause) {
        return cause instanceof IllegalThreadStateException
            ? new RejectedExecutionException("no worker")
            : super.refusal(cause);
      }
    };
  }
}
