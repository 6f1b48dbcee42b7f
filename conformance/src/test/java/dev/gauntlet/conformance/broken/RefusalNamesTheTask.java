package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.conformance.reference.ReferenceExecutor;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import java.util.concurrent.RejectedExecutionException;

/** Violates J11 only: the message of a refusal contains the text of the task. */
@Violates("J11")
final class RefusalNamesTheTask extends ReferenceProvider {
  @Override
  public TaskExecutor newExecutor(ReferencePool pool) {
    return new ReferenceExecutor(pool) {
      @Override
      public void execute(Runnable command) {
        try {
          super.execute(command);
        } catch (RejectedExecutionException refused) {
          throw new RejectedExecutionException("refused: " + command, refused);
        }
      }
    };
  }
}
