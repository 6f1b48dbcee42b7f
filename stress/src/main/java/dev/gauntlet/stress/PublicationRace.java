package dev.gauntlet.stress;

import dev.gauntlet.spi.PromiseFactory;
import dev.gauntlet.stress.control.Pause;

/**
 * The state of a race between a plain write before the end of a future and a plain read after it.
 */
abstract class PublicationRace extends PromiseRace {
  int written;

  PublicationRace(PromiseFactory promises, Patience patience) {
    super(promises, patience);
  }

  void writeAndSettle() {
    written = 1;
    promise.trySucceed(VALUE);
  }

  /**
   * Reads before the end is looked for, and takes its time. What it returns becomes a result after
   * the race: the box of a result is published, which would keep the reads apart.
   */
  final int look() {
    int before = written;
    return Pause.briefly() > 0 ? before : -1;
  }

  /** Returns what is seen of the write by whoever knows that the future is done. */
  final String sight() {
    return written == 1 ? "visible" : "stale";
  }
}
