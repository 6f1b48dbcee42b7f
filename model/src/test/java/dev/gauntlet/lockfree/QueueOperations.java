package dev.gauntlet.lockfree;

import java.util.List;
import java.util.stream.IntStream;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/**
 * A queue that begins with a dead node and the pending tasks 0 to {@link #PENDING_AT_FIRST}, and
 * what threads may do with it at once; {@link QueueSpecification} says what they may see. So many
 * nodes count as dead that the next cancellation sweeps.
 */
@Param(name = "number", gen = IntGen.class, conf = "3:5")
@Param(name = "waiting", gen = IntGen.class, conf = "0:2")
public class QueueOperations {
  static final int PENDING_AT_FIRST = 3;
  static final int NONE = -1;

  private static final int DEAD_BEFORE_A_SWEEP = 15;

  /** A task without a body. */
  static final class NumberedNode extends Node {
    private final int number;

    NumberedNode(int number) {
      super(PENDING);
      this.number = number;
    }
  }

  private final TaskQueue queue = new TaskQueue();
  private final List<NumberedNode> first;

  public QueueOperations() {
    queue.offer(new NumberedNode(NONE));
    queue.claim(Node.runningOn(1));
    first = IntStream.range(0, PENDING_AT_FIRST).mapToObj(NumberedNode::new).toList();
    first.forEach(queue::offer);
    for (int i = 0; i < DEAD_BEFORE_A_SWEEP; i++) {
      queue.noteDead();
    }
  }

  @Operation
  public boolean offer(@Param(name = "number") int number) {
    return queue.offer(new NumberedNode(number));
  }

  @Operation
  public int claim() {
    Node claimed = queue.claim(Node.runningOn(1));
    return claimed == null ? NONE : ((NumberedNode) claimed).number;
  }

  /** Cancels one of the first tasks, wherever it stands; returns whether it was pending. */
  @Operation
  public boolean cancel(@Param(name = "waiting") int number) {
    if (!take(first.get(number))) {
      return false;
    }
    queue.noteDead();
    return true;
  }

  boolean take(NumberedNode node) {
    return node.casState(Node.PENDING, Node.CANCELLED | Node.OUT_OF_TURN);
  }

  @Operation
  public boolean hasPending() {
    return queue.hasPending();
  }

  @Operation
  public void retire() {
    queue.retire();
  }

  @Operation
  public void close() {
    queue.close();
  }
}
