package dev.gauntlet.virtualthreads;

import dev.gauntlet.spi.ExecutorConfig;
import java.lang.invoke.MethodHandles;
import java.util.List;

/**
 * Loads what is first needed when something seldom happens, while there is stack. At the end of a
 * stack no class can be loaded, however little its code needs, and one whose initialisation fails
 * there cannot be used ever again (R19).
 */
final class Preloading {
  private static final List<Class<?>> SELDOM_USED =
      List.of(
          Arrivals.class,
          Callback.class,
          Diagnostics.class,
          Dispatch.Offer.class,
          Listener.Parked.class,
          Listener.Waiting.class,
          ListenerList.class,
          Pools.class,
          Room.Waiting.class,
          Seats.Seat.class,
          Shutdown.class,
          StackHeadroom.class,
          TaskTable.class,
          TaskTable.Segment.class,
          TaskTable.Marked.class,
          ThreadTask.class,
          Trampoline.class,
          Trampoline.Flag.class,
          VirtualThreads.class,
          Worker.class);

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      for (Class<?> type : SELDOM_USED) {
        lookup.ensureInitialized(type);
      }
    } catch (IllegalAccessException notOfThisPackage) {
      throw new ExceptionInInitializerError(notOfThisPackage);
    }
    rehearse();
  }

  private Preloading() {}

  /** Returns when everything is loaded; later calls do nothing. */
  static void ensure() {}

  /** Links the calls that every submission and completion makes, by the first of them. */
  private static void rehearse() {
    rehearseArrivals();
    rehearseCompletions();
    rehearseFailures();
  }

  private static void rehearseArrivals() {
    BoundedPool pool = new BoundedPool(ExecutorConfig.defaults(), VirtualThreads.factory());
    Arrivals arrivals = new Arrivals(new TaskList());
    arrivals.open();
    boolean unused = arrivals.push(new PooledTask<>(pool, "body", 0));
    arrivals.gather();
    unused = arrivals.closeIfEmpty();
    arrivals.close();
  }

  private static void rehearseCompletions() {
    HandSettledFuture<String> settled = new HandSettledFuture<>();
    settled.addWaiter(done -> {});
    settled.addDoneCallback(done -> {}).addDoneCallback(done -> {});
    settled.trySucceed("value");
    settled.addDoneCallback(late -> {});
    HandSettledFuture<String> cancelled = new HandSettledFuture<>();
    cancelled.start();
    cancelled.cancel(/* mayInterruptIfRunning= */ true);
  }

  /** What a catch or a finally block calls first must not be linked there. */
  private static void rehearseFailures() {
    BoundedPool pool = new BoundedPool(ExecutorConfig.defaults(), VirtualThreads.factory());
    PooledTask<?> task = new PooledTask<>(pool, "body", 0);
    int unusedWord = task.addToWord(0);
    boolean unused = task.disown();
    unused = task.arrive();
    unused = new Worker(pool, null).giveUp();
  }
}
