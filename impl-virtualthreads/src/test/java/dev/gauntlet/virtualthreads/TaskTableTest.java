package dev.gauntlet.virtualthreads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.spi.ExecutorConfig;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Who is in a table, and who is marked. */
class TaskTableTest {
  private final ThreadPerTaskPool pool =
      new ThreadPerTaskPool(ExecutorConfig.defaults(), VirtualThreads.factory());
  private final TaskTable table = new TaskTable();

  private ThreadTask<String> task() {
    Callable<String> body = () -> "value";
    return new ThreadTask<>(pool, body, 0);
  }

  private ThreadTask<String> entered() {
    ThreadTask<String> task = task();
    table.enter(task);
    return task;
  }

  private List<ThreadTask<?>> contents() {
    List<ThreadTask<?>> contents = new ArrayList<>();
    table.copyInto(contents);
    return contents;
  }

  @Test
  void enter_farMoreThanASegment_keepsEveryTask() {
    List<ThreadTask<?>> tasks = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      tasks.add(entered());
    }
    assertEquals(new HashSet<>(tasks), new HashSet<>(contents()));
    assertEquals(1_000, contents().size());
    tasks.forEach(task -> assertFalse(task.leaveTable()));
    assertEquals(List.of(), contents());
  }

  @Test
  void enter_manyInTurn_reusesTheSlots() {
    ThreadTask<String> stays = entered();
    for (int i = 0; i < 10_000; i++) {
      entered().leaveTable();
    }
    assertEquals(List.of(stays), contents());
    assertEquals(64, table.length());
  }

  @Test
  void mark_entered_isSeenByThoseWhoLeave() {
    ThreadTask<String> before = entered();
    before.leaveTable();
    ThreadTask<String> first = entered();
    ThreadTask<String> second = entered();
    assertEquals(2, table.mark());
    ThreadTask<String> late = entered();
    assertTrue(first.leaveTable());
    assertFalse(late.leaveTable());
    assertEquals(List.of(second), contents());
    assertTrue(second.leaveTable());
    assertEquals(List.of(), contents());
  }

  @Test
  void mark_abandoned_goesUncounted() {
    ThreadTask<String> abandoned = entered();
    abandoned.slot = ~abandoned.slot;
    assertEquals(0, table.mark());
    assertEquals(List.of(), contents());
    assertFalse(abandoned.leaveTable());
  }

  @Test
  void mark_thenAbandoned_isCountedDownByWhoWaits_orByItsThread() {
    ThreadTask<String> without = entered();
    ThreadTask<String> withThread = entered();
    assertEquals(2, table.mark());
    without.slot = ~without.slot;
    withThread.slot = ~withThread.slot;
    assertTrue(withThread.leaveTable());
    assertEquals(1, table.clearAbandoned());
    assertEquals(0, table.clearAbandoned());
    assertEquals(List.of(), contents());
  }

  @Test
  void leaveTable_abandonedWithAThread_takesItOutAndNobodyElse() {
    ThreadTask<String> abandoned = entered();
    abandoned.slot = ~abandoned.slot;
    assertEquals(0, table.mark());
    ThreadTask<String> successor = null;
    for (int i = 0; i < 64; i++) {
      successor = entered();
    }
    assertEquals(64, contents().size());
    assertEquals(64, table.mark());
    assertFalse(abandoned.leaveTable());
    assertEquals(64, contents().size());
    assertTrue(successor.leaveTable());
  }

  /** Tasks leave while they are marked: each mark is seen by the one task it was set on. */
  @Test
  void markVsLeave_raced_countTheSame() {
    for (int round = 0; round < 500; round++) {
      TaskTable raced = new TaskTable();
      List<ThreadTask<?>> tasks = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        ThreadTask<String> task = task();
        raced.enter(task);
        tasks.add(task);
      }
      AtomicInteger seen = new AtomicInteger();
      CountDownLatch leaving = new CountDownLatch(1);
      Thread leaver =
          Thread.ofPlatform()
              .start(() -> {
                leaving.countDown();
                tasks.forEach(task -> seen.addAndGet(task.leaveTable() ? 1 : 0));
              });
      Await.latch(leaving);
      int marks = raced.mark();
      Await.ended(leaver);
      assertEquals(marks, seen.get());
    }
  }
}
