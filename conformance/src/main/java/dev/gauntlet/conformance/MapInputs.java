package dev.gauntlet.conformance;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What is mapped, and what becomes of it. */
final class MapInputs {
  private MapInputs() {}

  static List<Integer> upTo(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  static Function<Integer, Integer> waitingAt(Gate gate) {
    return input -> {
      gate.passUninterruptibly();
      return input;
    };
  }

  /** An input without end that counts what was pulled from it. */
  static Iterable<Integer> endless(AtomicInteger pulled) {
    return () ->
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return true;
          }

          @Override
          public Integer next() {
            return pulled.getAndIncrement();
          }
        };
  }

  static <R> List<R> drain(Iterator<R> results) {
    List<R> drained = new ArrayList<>();
    results.forEachRemaining(drained::add);
    return drained;
  }
}
