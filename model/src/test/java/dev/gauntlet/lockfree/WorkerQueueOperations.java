package dev.gauntlet.lockfree;

import dev.gauntlet.model.Schedules;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jspecify.annotations.Nullable;

/**
 * The queue of a worker that begins with a pending task and room for no other, so it grows, and
 * what its owner and a thief may do at once; {@link WorkerQueueSpecification} says what they may
 * see. A thief may take any task, so it is told only whether there was one: what is lost is missing
 * in the end, and what is taken twice was one too many.
 */
public class WorkerQueueOperations {
  private final WorkerQueue queue = new WorkerQueue(Thread.currentThread(), 1);
  private final Raid raid = new Raid();
  private Node newest = new QueueOperations.NumberedNode(0);

  public WorkerQueueOperations() {
    Schedules.begin();
    queue.push(newest);
  }

  @Operation(nonParallelGroup = "owner")
  public boolean push() {
    newest = new QueueOperations.NumberedNode(0);
    return queue.push(newest);
  }

  @Operation(nonParallelGroup = "owner")
  public boolean poll() {
    return queue.poll(Node.runningOn(1)) != null;
  }

  /** Takes the task that was pushed last out of turn, or the first one if it is not pending. */
  @Operation(nonParallelGroup = "owner")
  public boolean help() {
    if (!take(newest)) {
      return poll();
    }
    queue.remove(newest);
    return true;
  }

  boolean take(Node node) {
    return node.casState(Node.PENDING, Node.runningOn(1) | Node.OUT_OF_TURN);
  }

  @Operation(nonParallelGroup = "thief")
  public boolean steal() {
    return raid() != null || queue.claim(Node.runningOn(2)) != null;
  }

  private @Nullable Node raid() {
    queue.open(raid);
    Node stolen = raid.next(Node.runningOn(2));
    raid.end();
    return stolen;
  }

  @Operation
  public void sweep() {
    queue.sweep();
  }
}
