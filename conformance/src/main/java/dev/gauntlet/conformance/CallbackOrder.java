package dev.gauntlet.conformance;

import static dev.gauntlet.conformance.Expect.expectEquals;
import static dev.gauntlet.conformance.Expect.expectSame;
import static dev.gauntlet.conformance.Expect.expectSoon;

import dev.gauntlet.TaskFuture;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Callbacks of one future that note in which order and on which threads they are called. */
final class CallbackOrder {
  private final List<Integer> order = new CopyOnWriteArrayList<>();
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final List<Integer> registered = new ArrayList<>();

  CallbackOrder(TaskFuture<?> future, int callbacks) {
    for (int i = 1; i <= callbacks; i++) {
      int number = i;
      registered.add(number);
      future.addDoneCallback(done -> {
        threads.add(Thread.currentThread());
        order.add(number);
      });
    }
  }

  void expectInOrderOn(Thread thread) {
    expectSoon("every callback is called", () -> order.size() >= registered.size());
    expectEquals("the order of the callbacks", registered, order);
    threads.forEach(actual -> expectSame("the thread of a callback", thread, actual));
  }
}
