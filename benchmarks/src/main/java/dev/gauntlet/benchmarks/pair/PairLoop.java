package dev.gauntlet.benchmarks.pair;

import dev.gauntlet.benchmarks.run.StopSignal;
import dev.gauntlet.reports.gate.Arm;
import dev.gauntlet.reports.gate.GateEnd;
import dev.gauntlet.reports.gate.GateFailure;
import dev.gauntlet.reports.gate.GateFork;
import dev.gauntlet.reports.gate.GateHeader;
import dev.gauntlet.reports.gate.GateLine;
import dev.gauntlet.reports.gate.GateLog;
import dev.gauntlet.reports.gate.GateLogWriter;
import dev.gauntlet.reports.gate.GateSettings;
import dev.gauntlet.reports.gate.GateState;
import dev.gauntlet.reports.gate.Need;
import dev.gauntlet.reports.gate.Stage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Measures pair after pair and writes each fork to the log before the next one starts. What comes
 * next is a function of the log and the seed alone, so a log is replayed by running the loop over
 * it.
 */
final class PairLoop {
  private static final long STOP_GRACE_MILLIS = 300;

  private final GateHeader header;
  private final ForkRunner runner;
  private final GateLogWriter writer;
  private final QuietWait quiet;
  private final TimeBox box;
  private final StopSignal stop;
  private final PairListener listener;
  private final InstantSource clock;
  private final PairOrder order;
  private final LogSoFar log;

  PairLoop(
      GateHeader header,
      ForkRunner runner,
      GateLogWriter writer,
      QuietWait quiet,
      TimeBox box,
      StopSignal stop,
      PairListener listener,
      InstantSource clock) {
    this.header = header;
    this.runner = runner;
    this.writer = writer;
    this.quiet = quiet;
    this.box = box;
    this.stop = stop;
    this.listener = listener;
    this.clock = clock;
    this.order = new PairOrder(header.settings().seed());
    this.log = new LogSoFar(header);
  }

  /** Goes on with a run that has recorded something. */
  void resume(GateLog earlier) {
    log.replay(earlier);
  }

  /** Measures what is left and writes the end. */
  GateEnd run() {
    GateEnd end = new GateEnd(rounds(), clock.instant());
    writer.end(end);
    listener.ended(end);
    return end;
  }

  private GateEnd.Reason rounds() {
    for (int round = 0; ; round++) {
      GateLog recorded = log.log();
      GateState state = GateState.of(recorded);
      List<Need> open = state.needs();
      listener.roundStarted(recorded, state, box.remaining(mostPairs(open)));
      if (open.isEmpty()) {
        return GateEnd.Reason.DONE;
      }
      for (Need need : order.shuffled(round, open)) {
        Optional<GateEnd.Reason> end = pair(need);
        if (end.isPresent()) {
          return end.get();
        }
      }
    }
  }

  /** What the open rows get at most, as far as that is known now. */
  private int mostPairs(List<Need> open) {
    GateSettings settings = header.settings();
    return open.stream()
        .mapToInt(need ->
            (need.stage() == Stage.SCREEN ? settings.screenPairs() : settings.looks().getLast())
                - need.pair())
        .map(pairs -> Math.max(1, pairs))
        .sum();
  }

  /** Replays or measures one pair; returns why the run ends, when it does. */
  private Optional<GateEnd.Reason> pair(Need need) {
    Optional<List<GateLine>> recorded = log.recorded(need);
    if (recorded.isPresent()) {
      recorded.get().forEach(log::add);
    } else if (stop.isRequested()) {
      return Optional.of(GateEnd.Reason.INTERRUPTED);
    } else if (!box.hasRoomForAPair()) {
      return Optional.of(GateEnd.Reason.TIME_BOX);
    } else if (!measure(need)) {
      return Optional.of(GateEnd.Reason.INTERRUPTED);
    }
    return Optional.empty();
  }

  /** Returns whether the pair is in the log, which it is not when the run is stopped meanwhile. */
  private boolean measure(Need need) {
    long start = System.nanoTime();
    listener.waiting(need.row());
    boolean isQuiet = quiet.await(stop, box.spare());
    List<Arm> arms = order.arms(need);
    for (Arm arm : arms) {
      Slot slot =
          new Slot(need.row(), need.stage(), need.pair(), arm, arm == arms.getFirst(), isQuiet);
      Optional<GateLine> line = stop.isRequested() ? Optional.empty() : fork(slot);
      if (line.isEmpty()) {
        return false;
      }
      log.add(line.get());
      if (line.get() instanceof GateFailure) {
        break;
      }
    }
    runner.pairEnded(
        new Slot(need.row(), need.stage(), need.pair(), arms.getLast(), false, isQuiet));
    box.measured(System.nanoTime() - start);
    return true;
  }

  private Optional<GateLine> fork(Slot slot) {
    Instant startedAt = clock.instant();
    try {
      GateFork fork =
          runner.run(slot, (warmup, number) -> listener.iterationStarted(slot, warmup, number));
      writer.fork(fork);
      quiet.measured(fork, header.settings().measurementMillis());
      listener.forkFinished(fork);
      return Optional.of(withoutRaw(fork));
    } catch (PairForkException e) {
      return failure(slot, startedAt, String.valueOf(e.getMessage()));
    }
  }

  /** A fork that dies together with the run has not failed. */
  private Optional<GateLine> failure(Slot slot, Instant startedAt, String reason) {
    if (stop.comesWithin(STOP_GRACE_MILLIS)) {
      return Optional.empty();
    }
    GateFailure failure =
        new GateFailure(slot.row(), slot.stage(), slot.pair(), slot.arm(), reason, startedAt);
    writer.failure(failure);
    quiet.unknown();
    listener.forkFailed(failure);
    return Optional.of(failure);
  }

  private static GateFork withoutRaw(GateFork fork) {
    return new GateFork(
        fork.row(),
        fork.stage(),
        fork.pair(),
        fork.arm(),
        fork.first(),
        fork.unit(),
        fork.iterations(),
        fork.secondary(),
        fork.contention(),
        fork.quiet(),
        fork.startedAt(),
        fork.durationMillis(),
        null);
  }
}
