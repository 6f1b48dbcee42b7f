package dev.gauntlet.locking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.spi.ExecutorConfig;
import org.junit.jupiter.api.Test;

class RosterTest {
  private final LockingPool pool = new LockingPool(ExecutorConfig.defaults());
  private final Roster roster = new Roster(3);

  private Worker idleWorker() {
    Worker worker = roster.recruit(pool, roster.free() + 1);
    roster.arrived(worker);
    roster.becameIdle(worker);
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
    assertFalse(roster.canGrow());
  }

  @Test
  void recruit_countsWokenWorkersAsFree() {
    idleWorker();
    assertNotNull(roster.wakeOne(1));
    assertNull(roster.recruit(pool, 1));
    assertNotNull(roster.recruit(pool, 2));
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
    roster.becameIdle(second);
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
    assertTrue(roster.canGrow());
  }
}
