package dev.gauntlet.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class HookedTaskTest {

  @Test
  void callbacks_runInTheOrderOfRegistration() {
    HookedTask<String> task = new HookedTask<>(() -> "done");
    List<Integer> order = new ArrayList<>();
    task.addDoneCallback(done -> order.add(1)).addDoneCallback(done -> order.add(2));
    task.run();
    assertEquals(List.of(1, 2), order);
  }

  @Test
  void throwingCallback_leavesTheHookAsFutureTaskLetsIt() {
    HookedTask<String> task = new HookedTask<>(() -> "done");
    IllegalStateException thrown = new IllegalStateException("callback");
    task.addDoneCallback(done -> {
      throw thrown;
    });
    assertSame(thrown, assertThrows(IllegalStateException.class, task::run));
    assertEquals("done", task.resultNow());
  }

  @Test
  void cancelledTask_doesNotHoldItsBody() {
    Callable<String> body = new String("never")::toString;
    WeakReference<Callable<String>> reference = new WeakReference<>(body);
    HookedTask<String> task = new HookedTask<>(body);
    body = null;
    assertTrue(task.cancel());
    while (reference.get() != null) {
      System.gc();
      Thread.onSpinWait();
    }
    assertNull(reference.get());
    assertTrue(task.isCancelled());
  }

  @Test
  void toString_isThatOfFutureTask() {
    HookedTask<String> task =
        new HookedTask<>(
            new Callable<>() {
              @Override
              public String call() {
                return "secret";
              }

              @Override
              public String toString() {
                return "the task";
              }
            });
    assertTrue(task.toString().endsWith("[Not completed, task = the task]"), task.toString());
  }
}
