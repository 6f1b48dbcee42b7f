package dev.gauntlet.locking;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.locking.BlockedSubmitters.Submitter;
import org.junit.jupiter.api.Test;

class BlockedSubmittersTest {
  private final BlockedSubmitters submitters = new BlockedSubmitters();

  @Test
  void isTurnOf_aNewcomer_onlyIfNobodyWaits() {
    assertTrue(submitters.isTurnOf(null));
    Submitter waiting = new Submitter();
    submitters.add(waiting);
    assertFalse(submitters.isTurnOf(null));
    submitters.remove(waiting);
    assertTrue(submitters.isTurnOf(null));
  }

  @Test
  void isTurnOf_theOneThatWaitsLongest() {
    Submitter first = new Submitter();
    Submitter second = new Submitter();
    submitters.add(first);
    submitters.add(second);
    assertTrue(submitters.isTurnOf(first));
    assertFalse(submitters.isTurnOf(second));
    submitters.remove(first);
    assertTrue(submitters.isTurnOf(second));
  }

  @Test
  void first_isTheThreadOfTheOneThatWaitsLongest() {
    assertNull(submitters.first());
    submitters.add(new Submitter());
    assertSame(Thread.currentThread(), submitters.first());
  }

  @Test
  void remove_fromAnywhere_onceAndAgain_leavesTheOthersInOrder() {
    Submitter first = new Submitter();
    Submitter second = new Submitter();
    Submitter third = new Submitter();
    submitters.add(first);
    submitters.add(second);
    submitters.add(third);
    submitters.remove(second);
    submitters.remove(second);
    assertTrue(submitters.isTurnOf(first));
    submitters.remove(first);
    assertTrue(submitters.isTurnOf(third));
    submitters.add(first);
    submitters.remove(third);
    assertTrue(submitters.isTurnOf(first));
    submitters.remove(first);
    assertTrue(submitters.isTurnOf(null));
  }
}
