package dev.gauntlet.reports.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ArraySampler;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;

/**
 * Matteson and James's e-divisive: the split with the greatest energy distance between what is
 * before and after it, tested by shuffling, then the same on both sides. Unlike a t test at the
 * chosen split, the shuffled series choose their splits too, so a series without a change has one
 * reported with the stated probability. Neighbours that depend on each other break that; a change
 * point nominates, it convicts nobody.
 */
public final class ChangePoints {
  /** Least observations on each side of a change. */
  public static final int LEAST = 4;

  private final double[] series;
  private final double level;
  private final int permutations;
  private final UniformRandomProvider random;
  private final List<Integer> splits = new ArrayList<>();
  private final List<Double> probabilities = new ArrayList<>();

  private ChangePoints(double[] series, double level, int permutations, long seed) {
    this.series = series;
    this.level = level;
    this.permutations = permutations;
    this.random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
  }

  /**
   * Finds the change points of a series in the order of their places.
   *
   * @param series finite values in the order of time
   * @param level greatest probability that is a change, for example 0.01
   * @param permutations shuffled series per split, for example 999
   * @param seed seed of the shuffling
   */
  public static List<ChangePoint> of(double[] series, double level, int permutations, long seed) {
    ChangePoints search = new ChangePoints(series.clone(), level, permutations, seed);
    search.divide(0, series.length);
    return search.points();
  }

  private void divide(int from, int to) {
    double[] segment = Arrays.copyOfRange(series, from, to);
    Energy.Split best = Energy.bestSplit(segment, LEAST);
    if (best == null || best.energy() <= 0) {
      return;
    }
    double probability = probability(segment, best.energy());
    if (probability <= level) {
      splits.add(from + best.index());
      probabilities.add(probability);
      divide(from, from + best.index());
      divide(from + best.index(), to);
    }
  }

  private double probability(double[] segment, double observed) {
    double[] shuffled = segment.clone();
    int asGreat = 1;
    for (int i = 0; i < permutations; i++) {
      ArraySampler.shuffle(random, shuffled);
      Energy.Split split = Energy.bestSplit(shuffled, LEAST);
      asGreat += split != null && split.energy() >= observed ? 1 : 0;
    }
    return asGreat / (permutations + 1.0);
  }

  private List<ChangePoint> points() {
    List<Integer> ends = new ArrayList<>(splits);
    ends.add(0);
    ends.add(series.length);
    ends.sort(Comparator.naturalOrder());
    List<ChangePoint> points = new ArrayList<>();
    for (int i = 1; i < ends.size() - 1; i++) {
      double[] before = Arrays.copyOfRange(series, ends.get(i - 1), ends.get(i));
      double[] after = Arrays.copyOfRange(series, ends.get(i), ends.get(i + 1));
      points.add(
          new ChangePoint(
              ends.get(i),
              probabilities.get(splits.indexOf(ends.get(i))),
              Mean.of(before).getAsDouble(),
              Mean.of(after).getAsDouble(),
              StandardDeviation.of(before).getAsDouble(),
              StandardDeviation.of(after).getAsDouble()));
    }
    return List.copyOf(points);
  }
}
