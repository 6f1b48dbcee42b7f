package dev.gauntlet.lockfree;

import dev.gauntlet.model.Schedules;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** Submissions of several threads against the end of their pool, without workers. */
@Param(name = "thread", gen = IntGen.class, conf = "0:1")
public class StripedQueueOperations {
  final StripedQueue queue = new StripedQueue(2);

  public StripedQueueOperations() {
    Schedules.begin();
  }

  @Operation
  public boolean offer(@Param(name = "thread") int thread) {
    return queue.offer(new QueueOperations.NumberedNode(0), thread);
  }

  @Operation
  public void close() {
    queue.close();
  }
}
