package dev.gauntlet.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Worker threads that were seen lately, and how many run a body at this moment. */
final class WorkerRing {
  private static final int SLOTS = 8;

  private final AtomicReferenceArray<@Nullable Thread> seen = new AtomicReferenceArray<>(SLOTS);
  private final AtomicInteger busy = new AtomicInteger();

  /** Notes that the calling thread is a worker and begins a body; returns how many do. */
  int begins() {
    Thread thread = Thread.currentThread();
    int slot = (int) (thread.threadId() % SLOTS);
    if (seen.get(slot) != thread) {
      seen.set(slot, thread);
    }
    return busy.incrementAndGet();
  }

  void ends() {
    busy.decrementAndGet();
  }

  @Nullable Thread pick(SplittableRandom random) {
    return seen.get(random.nextInt(SLOTS));
  }

  List<Thread> all() {
    List<Thread> all = new ArrayList<>();
    for (int slot = 0; slot < SLOTS; slot++) {
      Thread thread = seen.get(slot);
      if (thread != null) {
        all.add(thread);
      }
    }
    return all;
  }
}
