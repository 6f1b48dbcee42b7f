package dev.gauntlet.locking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.spi.ExecutorConfig;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RosterTest {
  private final LockingPool pool = new LockingPool(ExecutorConfig.defaults());
  private final Roster roster = new Roster(3);

  private Worker idleWorker() {
    Worker worker = roster.recruit(pool, roster.free() + 1);
    roster.arrived(worker);
    roster.becameFree(worker, /* looksOut= */ false);
    return worker;
  }

  @Test
  void recruit_onlyIfTasksOutnumberFreeWorkers() {
    assertNull(roster.recruit(pool, 0));
    Worker starting = roster.recruit(pool, 1);
    assertNotNull(starting);
    assertNull(roster.recruit(pool, 1));
    roster.arrived(starting);
    assertNotNull(roster.recruit(pool, 1));
  }

  @Test
  void recruit_neverExceedsTheLimit() {
    for (int queued = 1; queued <= 3; queued++) {
      assertNotNull(roster.recruit(pool, queued));
    }
    assertNull(roster.recruit(pool, 100));
  }

  @Test
  void recruit_countsWokenWorkersAsFree() {
    idleWorker();
    assertNotNull(roster.wakeOne(1));
    assertNull(roster.recruit(pool, 1));
    assertNotNull(roster.recruit(pool, 2));
  }

  @Test
  void whoLooksOut_isOnItsWay() {
    idleWorker();
    Worker looking = roster.recruit(pool, roster.free() + 1);
    roster.arrived(looking);
    assertTrue(roster.mayLookOut());
    roster.becameFree(looking, /* looksOut= */ true);
    assertFalse(roster.mayLookOut());
    assertNull(roster.wakeOne(1));
    roster.arrived(looking);
    assertTrue(roster.mayLookOut());
    assertNotNull(roster.wakeOne(1));
  }

  @Test
  void nobodyIsNeeded_whileAllWorkOrOneIsOnItsWay() {
    assertFalse(roster.needsNobody());
    Worker first = idleWorker();
    idleWorker();
    Worker third = roster.recruit(pool, roster.free() + 1);
    roster.arrived(third);
    assertFalse(roster.needsNobody());
    assertNotNull(roster.wakeOne(1));
    assertTrue(roster.needsNobody());
    roster.becameFree(third, /* looksOut= */ false);
    assertTrue(roster.needsNobody());
    roster.arrived(first);
    roster.left(first);
    assertFalse(roster.needsNobody());
  }

  @Test
  void wakeOne_wakesNobodyWhileOneIsOnItsWay() {
    idleWorker();
    Worker last = idleWorker();
    Worker woken = roster.wakeOne(2);
    assertSame(last, woken);
    assertNull(roster.wakeOne(2));
    roster.arrived(woken);
    assertNotNull(roster.wakeOne(1));
  }

  @Test
  void wakeOne_withoutTasks_wakesNobody() {
    idleWorker();
    assertNull(roster.wakeOne(0));
  }

  @Test
  void wakeOne_doesNotWaitForOneThatStarts() {
    Worker idle = idleWorker();
    roster.recruit(pool, 2);
    assertSame(idle, roster.wakeOne(1));
  }

  @Test
  void wakeOne_prefersTheOneThatWorkedLast() {
    Worker first = idleWorker();
    Worker second = idleWorker();
    assertSame(second, roster.wakeOne(1));
    roster.arrived(second);
    roster.becameFree(second, /* looksOut= */ false);
    assertSame(second, roster.wakeOne(1));
    roster.arrived(second);
    assertSame(first, roster.wakeOne(1));
  }

  @Test
  void wakeAll_takesEveryIdleWorker() {
    Worker first = idleWorker();
    Worker second = idleWorker();
    assertSame(second, roster.wakeAll());
    assertSame(first, second.nextIdle);
    assertNull(first.nextIdle);
    assertEquals(2, roster.free());
    assertNull(roster.wakeAll());
  }

  @Test
  void left_makesRoomForAnother() {
    Worker worker = idleWorker();
    roster.wakeAll();
    roster.left(worker);
    assertTrue(roster.isEmpty());
    assertEquals(0, roster.free());
    assertNotNull(roster.recruit(pool, 1));
  }

  /** As when there is no memory to park. */
  @Test
  void left_whileIdle_wakesOnlyTheOthers() {
    for (int gone = 0; gone < 3; gone++) {
      Roster three = new Roster(3);
      List<Worker> idle = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        Worker worker = three.recruit(pool, three.free() + 1);
        three.arrived(worker);
        idle.add(worker);
      }
      idle.forEach(worker -> three.becameFree(worker, /* looksOut= */ false));
      three.left(idle.remove(gone));
      assertEquals(2, three.free());
      for (Worker expected : idle.reversed()) {
        assertSame(expected, three.wakeOne(1));
        three.arrived(expected);
      }
      assertNull(three.wakeOne(1));
      assertEquals(0, three.free());
    }
  }
}
