package dev.gauntlet.lockfree;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The workers of a pool by their slots, which count from 1. Grows without moving anything. */
final class WorkerTable {
  /*
   *   slot: null ──add──▶ worker ──remove──▶ null
   *
   *   field         written by                              write mode   read mode
   *   segments[k]   add, when it is first needed, once      CAS          volatile
   *   slot          add (hirer)                             CAS          volatile
   *                 remove (its worker, or a failed hirer)  volatile
   *
   * Segment k holds 32 << k slots, so nothing is moved when the table grows, and a slot has its
   * place for good: who knows a slot finds its worker, until that worker is on its way out.
   */
  static final int MAX_SLOT = (1 << 20) - 1;

  private static final int FIRST_SEGMENT = 32;
  private static final int FIRST_SEGMENT_BITS = 5;
  private static final int SEGMENTS = 16;

  private final AtomicReferenceArray<@Nullable AtomicReferenceArray<@Nullable Worker>> segments =
      new AtomicReferenceArray<>(SEGMENTS);

  /** Adds a worker and returns its slot. */
  int add(Worker worker) {
    for (int slot = 1; slot <= MAX_SLOT; slot++) {
      AtomicReferenceArray<@Nullable Worker> segment = segmentFor(slot);
      if (segment.compareAndSet(offset(slot), null, worker)) {
        return slot;
      }
    }
    throw new IllegalStateException("no slot is free");
  }

  void remove(int slot) {
    segmentFor(slot).set(offset(slot), null);
  }

  /** Returns the worker in a slot, or null. */
  @Nullable Worker get(int slot) {
    AtomicReferenceArray<@Nullable Worker> segment = segments.get(segmentIndex(slot));
    return segment == null ? null : segment.get(offset(slot));
  }

  /**
   * Visits every worker that was added before the call and is not removed meanwhile. Not by {@link
   * #anyMatch}: to wrap the visitor would take memory, and a shutdown must not depend on it.
   */
  void forEach(Consumer<Worker> visitor) {
    for (int slot = 1; slot <= MAX_SLOT; slot++) {
      AtomicReferenceArray<@Nullable Worker> segment = segments.get(segmentIndex(slot));
      if (segment == null) {
        return;
      }
      Worker worker = segment.get(offset(slot));
      if (worker != null) {
        visitor.accept(worker);
      }
    }
  }

  /**
   * Returns whether a worker matches that was added before the call and is not removed meanwhile.
   */
  boolean anyMatch(Predicate<Worker> predicate) {
    for (int k = 0; k < SEGMENTS; k++) {
      AtomicReferenceArray<@Nullable Worker> segment = segments.get(k);
      if (segment == null) {
        return false;
      }
      for (int i = 0; i < segment.length(); i++) {
        Worker worker = segment.get(i);
        if (worker != null && predicate.test(worker)) {
          return true;
        }
      }
    }
    return false;
  }

  private AtomicReferenceArray<@Nullable Worker> segmentFor(int slot) {
    int k = segmentIndex(slot);
    AtomicReferenceArray<@Nullable Worker> segment = segments.get(k);
    if (segment != null) {
      return segment;
    }
    AtomicReferenceArray<@Nullable Worker> fresh = new AtomicReferenceArray<>(FIRST_SEGMENT << k);
    AtomicReferenceArray<@Nullable Worker> first = segments.compareAndExchange(k, null, fresh);
    return first == null ? fresh : first;
  }

  /** Slot 1 is at position 0; position p lies in segment log2(p + 32) - 5. */
  private static int segmentIndex(int slot) {
    return 31 - Integer.numberOfLeadingZeros(slot - 1 + FIRST_SEGMENT) - FIRST_SEGMENT_BITS;
  }

  private static int offset(int slot) {
    return slot - 1 + FIRST_SEGMENT - (FIRST_SEGMENT << segmentIndex(slot));
  }
}
