package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.concurrent.Callable;

/** Violates R25 only: a task refers to its body when it is done. */
@Violates("R25")
final class DoneTaskKeepsItsBody extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      private Callable<V> kept;

      @Override
      public Callable<V> takeBody() {
        kept = super.takeBody();
        return kept;
      }

      @Override
      public String toString() {
        return super.toString() + (kept == null ? " not started" : "");
      }
    };
  }
}
