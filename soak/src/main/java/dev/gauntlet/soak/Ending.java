package dev.gauntlet.soak;

import dev.gauntlet.spi.WorkerAware;
import java.util.SplittableRandom;

/** The ways to end an executor. */
enum Ending implements Weighted {
  SHUTDOWN(3) {
    @Override
    void perform(Arena arena) {
      arena.facts.ends();
      arena.executor().shutdown();
    }
  },
  SHUTDOWN_CANCELLING(3) {
    @Override
    void perform(Arena arena) {
      arena.facts.cancelsSilently();
      arena.executor().shutdown(/* cancelPending= */ true);
    }
  },
  SHUTDOWN_NOW(3) {
    @Override
    void perform(Arena arena) {
      arena.facts.stops();
      arena.ledger.handedBack(arena.executor().shutdownNow());
    }
  },
  CLOSE(3) {
    @Override
    void perform(Arena arena) {
      arena.facts.ends();
      close(arena);
    }
  },
  CLOSE_INTERRUPTED(2) {
    @Override
    void perform(Arena arena) {
      arena.facts.cancelsSilently();
      arena.facts.stops();
      arena.interruptThisThread();
      close(arena);
      if (!Thread.interrupted()) {
        arena.ledger.violation("L9", "an interrupted close has returned with a clear flag");
      }
    }
  },
  SHUTDOWN_NOW_IN_BODY(2) {
    @Override
    void perform(Arena arena) {
      Ticket unused = arena.submit(BodyKind.SHUTS_DOWN_NOW, new SplittableRandom(0), 0);
    }
  },
  CLOSE_IN_BODY(2) {
    @Override
    void perform(Arena arena) {
      Ticket unused = arena.submit(BodyKind.CLOSES, new SplittableRandom(0), 0);
    }
  },
  CLOSE_IN_CALLBACK(2) {
    @Override
    void perform(Arena arena) {
      SplittableRandom random = new SplittableRandom(0);
      Ticket ticket = arena.submit(BodyKind.PARKS, random, 0);
      Registering.register(arena, ticket, ticket.future, CallbackKind.CLOSES, random);
    }
  };

  private final int weight;

  Ending(int weight) {
    this.weight = weight;
  }

  @Override
  public int weight() {
    return weight;
  }

  static Ending draw(SplittableRandom random) {
    return Weighted.draw(values(), random);
  }

  abstract void perform(Arena arena);

  /** On a worker close refuses to wait; elsewhere everything has ended when it returns. */
  private static void close(Arena arena) {
    boolean onWorker =
        arena.executor() instanceof WorkerAware aware && aware.isCurrentThreadWorker();
    try {
      arena.executor().close();
    } catch (IllegalStateException refusal) {
      if (!onWorker) {
        arena.ledger.violation("L10", "close has refused to wait on a thread of the caller");
      }
      return;
    }
    if (onWorker) {
      arena.ledger.violation("L10", "close has waited on a worker of its own");
    }
    Audit.afterClose(arena);
  }
}
