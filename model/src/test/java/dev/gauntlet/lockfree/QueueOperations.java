package dev.gauntlet.lockfree;

import dev.gauntlet.model.Schedules;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jspecify.annotations.Nullable;

/**
 * A queue that begins with a dead node and the pending tasks 0 to {@link #PENDING_AT_FIRST}, and
 * what threads may do with it at once; {@link QueueSpecification} says what they may see. Each
 * cancellation sweeps.
 */
@Param(name = "number", gen = IntGen.class, conf = "3:5")
@Param(name = "waiting", gen = IntGen.class, conf = "0:2")
public class QueueOperations {
  static final int PENDING_AT_FIRST = 3;
  static final int NONE = -1;

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
  private volatile Node last;

  public QueueOperations() {
    Schedules.begin();
    queue.offer(new NumberedNode(NONE));
    last = Objects.requireNonNull(queue.claim(Node.runningOn(1)));
    first = IntStream.range(0, PENDING_AT_FIRST).mapToObj(NumberedNode::new).toList();
    first.forEach(queue::offer);
  }

  @Operation
  public boolean offer(@Param(name = "number") int number) {
    return queue.offer(new NumberedNode(number));
  }

  @Operation
  public int claim() {
    return numberOf(queue.claim(Node.runningOn(1)));
  }

  /** Claims behind a task that was claimed before, and moves the head there. */
  @Operation
  public int claimOn() {
    Node claimed = queue.claimAfter(last, Node.runningOn(1));
    if (claimed == TaskQueue.CONTENDED) {
      claimed = queue.claim(Node.runningOn(1));
    }
    if (claimed != null) {
      last = claimed;
      queue.advanceTo(claimed);
    }
    return numberOf(claimed);
  }

  private static int numberOf(@Nullable Node node) {
    return node == null ? NONE : ((NumberedNode) node).number;
  }

  /** Cancels one of the first tasks, wherever it stands; returns whether it was pending. */
  @Operation
  public boolean cancel(@Param(name = "waiting") int number) {
    if (!take(first.get(number))) {
      return false;
    }
    queue.sweep();
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
