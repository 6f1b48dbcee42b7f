package dev.gauntlet.soak;

import dev.gauntlet.Completion;
import dev.gauntlet.CompletionIterator;
import dev.gauntlet.FuturesTimeoutException;
import dev.gauntlet.ReturnWhen;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskFutures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Operations that wait for several tasks. */
final class Groups {
  private static final List<ReturnWhen> MODES = List.of(ReturnWhen.values());
  private static final int LONGEST_MICROS = 400;

  private Groups() {}

  static void await(Arena arena, SplittableRandom random) {
    List<TaskFuture<?>> futures = pick(arena, random);
    ReturnWhen when = MODES.get(random.nextInt(MODES.size()));
    boolean timed = random.nextBoolean();
    try {
      Completion<TaskFuture<?>> completion =
          timed
              ? TaskFutures.await(futures, when, limit(random))
              : TaskFutures.await(futures, when);
      check(arena, futures, completion, when == ReturnWhen.ALL_COMPLETED && !timed);
    } catch (InterruptedException interrupt) {
      arena.ledger.violation("I11", "an actor was interrupted in await");
    }
  }

  private static void check(
      Arena arena,
      List<TaskFuture<?>> futures,
      Completion<TaskFuture<?>> completion,
      boolean waitedForAll) {
    int distinct = identitySet(futures).size();
    if (completion.done().size() + completion.notDone().size() != distinct) {
      arena.ledger.violation("W1", "the sets of await do not make up its input");
    }
    if (!completion.done().stream().allMatch(TaskFuture::isDone)) {
      arena.ledger.violation("W7", "await counts a future as done that is not");
    }
    if (waitedForAll && !completion.notDone().isEmpty()) {
      arena.ledger.violation("W6", "await has not waited for all");
    }
  }

  static void asCompleted(Arena arena, SplittableRandom random) {
    List<TaskFuture<?>> futures = pick(arena, random);
    boolean timed = random.nextBoolean();
    Set<TaskFuture<?>> missing = identitySet(futures);
    try (CompletionIterator<TaskFuture<?>> completed =
        timed
            ? TaskFutures.asCompleted(futures, limit(random))
            : TaskFutures.asCompleted(futures)) {
      while (completed.hasNext()) {
        TaskFuture<?> next = completed.next();
        if (!missing.remove(next) || !next.isDone()) {
          arena.ledger.violation("A1", "asCompleted yields a future twice, or one not done");
        }
      }
      if (!missing.isEmpty()) {
        arena.ledger.violation("A1", "asCompleted has not yielded all");
      }
    } catch (FuturesTimeoutException late) {
      if (!timed) {
        arena.ledger.violation("A4", "asCompleted without a time-out has timed out");
      }
    }
  }

  private static List<TaskFuture<?>> pick(Arena arena, SplittableRandom random) {
    List<TaskFuture<?>> futures = new ArrayList<>();
    for (Ticket ticket : arena.board.pickSome(random)) {
      TaskFuture<?> future = ticket.future;
      if (future != null) {
        futures.add(future);
      }
    }
    return futures;
  }

  private static Set<TaskFuture<?>> identitySet(List<TaskFuture<?>> futures) {
    Set<TaskFuture<?>> set = Collections.newSetFromMap(new IdentityHashMap<>());
    set.addAll(futures);
    return set;
  }

  private static Duration limit(SplittableRandom random) {
    return Duration.ofNanos(random.nextInt(LONGEST_MICROS) * 1000L);
  }
}
