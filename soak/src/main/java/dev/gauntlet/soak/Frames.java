package dev.gauntlet.soak;

import org.jspecify.annotations.Nullable;

/** The bodies on the stack of the calling thread, the innermost on top. */
final class Frames {
  private record Frame(Ticket ticket, @Nullable Frame below) {}

  private static final ThreadLocal<@Nullable Frame> TOP = new ThreadLocal<>();

  private Frames() {}

  static void push(Ticket ticket) {
    TOP.set(new Frame(ticket, TOP.get()));
  }

  static void pop() {
    Frame top = TOP.get();
    Frame below = top == null ? null : top.below;
    if (below == null) {
      TOP.remove();
    } else {
      TOP.set(below);
    }
  }

  static boolean isEmpty() {
    return TOP.get() == null;
  }

  /** Returns whether somebody has aimed an interrupt at a body on this stack. */
  static boolean isAimedAt() {
    for (Frame frame = TOP.get(); frame != null; frame = frame.below) {
      if (frame.ticket.aimed) {
        return true;
      }
    }
    return false;
  }

  /** Notes that the code of the soak itself interrupts this thread. */
  static void aimAtAll() {
    for (Frame frame = TOP.get(); frame != null; frame = frame.below) {
      frame.ticket.aimed = true;
    }
  }
}
