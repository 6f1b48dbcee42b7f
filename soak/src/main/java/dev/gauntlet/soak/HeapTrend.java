package dev.gauntlet.soak;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whether the memory in use after a garbage collection grows in the course of a run.
 *
 * <p>The trend is the median of the slopes between any two samples (the Theil-Sen estimator), so
 * that a few odd samples do not make one. What a program needs to get going is no trend either: the
 * first quarter of the samples is left out. When there are many samples, every second one is
 * dropped, and from then on only every second one is taken.
 */
final class HeapTrend {
  /** The growth over the whole run that is taken for a leak. */
  static final long BOUND_BYTES = 8L << 20;

  private static final int FEWEST = 8;
  private static final int MOST = 240;

  private record Sample(double seconds, long bytes) {}

  private final List<Sample> samples = new ArrayList<>();
  private long offered;
  private int every = 1;

  /** Collects garbage and takes a sample. */
  void sample(double seconds) {
    System.gc();
    add(seconds, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
  }

  void add(double seconds, long bytes) {
    long number = offered++;
    if (number % every != 0) {
      return;
    }
    samples.add(new Sample(seconds, bytes));
    if (samples.size() > MOST) {
      thin();
    }
  }

  private void thin() {
    List<Sample> kept = new ArrayList<>();
    for (int i = 0; i < samples.size(); i += 2) {
      kept.add(samples.get(i));
    }
    samples.clear();
    samples.addAll(kept);
    every *= 2;
  }

  HeapReport report() {
    List<Sample> settled = samples.subList(samples.size() / 4, samples.size());
    if (settled.size() < FEWEST) {
      return new HeapReport(settled.size(), 0, 0, 0, false);
    }
    Sample first = settled.getFirst();
    Sample last = settled.getLast();
    long growth = Math.round(slope(settled) * (last.seconds - first.seconds));
    return new HeapReport(settled.size(), first.bytes, last.bytes, growth, growth > BOUND_BYTES);
  }

  /** Returns the median slope in bytes a second. */
  private static double slope(List<Sample> samples) {
    double[] slopes = new double[samples.size() * (samples.size() - 1) / 2];
    int count = 0;
    for (int i = 0; i < samples.size(); i++) {
      for (int j = i + 1; j < samples.size(); j++) {
        slopes[count++] = slope(samples.get(i), samples.get(j));
      }
    }
    Arrays.sort(slopes);
    return slopes[slopes.length / 2];
  }

  private static double slope(Sample early, Sample late) {
    return (late.bytes - early.bytes) / Math.max(1e-9, late.seconds - early.seconds);
  }
}
