package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;

/** Violates R2 only: {@code exception} returns a copy of an IOException. */
@Violates("R2")
final class ExceptionReturnsACopy extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      private static Throwable copied(Throwable failure) {
        return failure instanceof IOException ? new IOException(failure.getMessage()) : failure;
      }

      @Override
      public Throwable exception() throws InterruptedException {
        return copied(super.exception());
      }

      @Override
      public Throwable exception(Duration timeout) throws InterruptedException, TimeoutException {
        return copied(super.exception(timeout));
      }
    };
  }
}
