package dev.gauntlet.lockfree;

import dev.gauntlet.stress.control.Pause;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Queues that are wrong in one step, for the controls. */
final class WeakQueues {

  private WeakQueues() {}

  /** Looks whether it is closed and then appends: a node may come behind the end. */
  static final class ClosedByFlag extends RacedQueue {
    private volatile boolean closed;

    @Override
    boolean offer(RacedNode node) {
      if (closed) {
        return false;
      }
      Pause.shortly();
      return super.offer(node);
    }

    @Override
    void close() {
      closed = true;
    }
  }

  /** Appends behind a node, and does not begin anew where that has left the queue. */
  @SuppressWarnings("ReferenceEquality") // nodes are compared by identity
  static void appendBehind(Node from, RacedNode node) {
    Node p = from;
    while (!p.casNext(null, node)) {
      Node next = Objects.requireNonNull(p.nextAcquire());
      if (next == p) {
        p.setNextRelease(node);
        return;
      }
      p = next;
    }
  }

  /** Replaces its list by a look and a write: what was appended between is lost. */
  static class CopiedList extends RacedQueue {
    private volatile List<RacedNode> nodes = List.of();

    @Override
    boolean offer(RacedNode node) {
      List<RacedNode> longer = new ArrayList<>(nodes);
      longer.add(node);
      nodes = longer;
      return true;
    }

    @Override
    @Nullable Node claim() {
      for (RacedNode node : nodes) {
        if (node.casState(Node.PENDING, Node.RUNNING)) {
          dropDead();
          return node;
        }
      }
      dropDead();
      return null;
    }

    @Override
    boolean cancel(RacedNode node) {
      boolean taken = take(node);
      dropDead();
      return taken;
    }

    final List<RacedNode> nodes() {
      return nodes;
    }

    private void dropDead() {
      nodes = nodes.stream().filter(node -> node.stateVolatile() == Node.PENDING).toList();
    }
  }

  /** Looks whether a node is pending and then cancels it: it may be claimed between. */
  static final class CancelledInTwoSteps extends CopiedList {

    @Override
    boolean take(RacedNode node) {
      if (node.stateVolatile() != Node.PENDING) {
        return false;
      }
      Pause.shortly();
      node.setStateVolatile(Node.CANCELLED | Node.OUT_OF_TURN);
      return true;
    }
  }

  /** Looks whether a node is pending and then claims it: two workers may have it. */
  static final class ClaimedInTwoSteps extends CopiedList {

    @Override
    @Nullable Node claim() {
      for (RacedNode node : nodes()) {
        if (node.stateVolatile() == Node.PENDING) {
          Pause.shortly();
          node.setStateVolatile(Node.RUNNING);
          return node;
        }
      }
      return null;
    }
  }
}
