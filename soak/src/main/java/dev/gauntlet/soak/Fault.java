package dev.gauntlet.soak;

import java.util.SplittableRandom;

/** What goes wrong in bodies and callbacks on purpose. */
enum Fault implements Weighted {
  CHECKED_EXCEPTION(6) {
    @Override
    Throwable make() {
      return new Exception("a fault of the soak");
    }
  },
  RUNTIME_EXCEPTION(6) {
    @Override
    Throwable make() {
      return new IllegalStateException("a fault of the soak");
    }
  },
  ERROR(4) {
    @Override
    Throwable make() {
      return new AssertionError("a fault of the soak");
    }
  },
  STACK_OVERFLOW(3) {
    @Override
    Throwable make() {
      return new StackOverflowError("a fault of the soak");
    }
  },
  OUT_OF_MEMORY(3) {
    @Override
    Throwable make() {
      return new OutOfMemoryError("a fault of the soak");
    }
  },
  /** The end of the stack is really reached. */
  DEEP_RECURSION(1) {
    @Override
    Throwable make() {
      try {
        return new AssertionError("a stack without end: " + descend(0));
      } catch (StackOverflowError end) {
        return end;
      }
    }
  },
  /** The virtual machine really refuses to allocate: no array is that long. */
  HUGE_ARRAY(2) {
    @Override
    Throwable make() {
      try {
        return new AssertionError("an array of " + new long[tooMany].length);
      } catch (OutOfMemoryError refused) {
        return refused;
      }
    }
  };

  private static volatile int tooMany = Integer.MAX_VALUE;

  private final int weight;

  Fault(int weight) {
    this.weight = weight;
  }

  @Override
  public int weight() {
    return weight;
  }

  static Fault draw(SplittableRandom random) {
    return Weighted.draw(values(), random);
  }

  /** Returns what is to be thrown: a new one, except that the virtual machine may share its own. */
  abstract Throwable make();

  private static int descend(int depth) {
    return depth == Integer.MAX_VALUE ? 0 : descend(depth + 1) + 1;
  }

  /** Throws any Throwable; the return type lets the compiler know that nothing follows. */
  @SuppressWarnings("unchecked")
  static <T extends Throwable> RuntimeException sneakily(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
