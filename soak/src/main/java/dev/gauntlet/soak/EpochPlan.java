package dev.gauntlet.soak;

import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.RejectionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * What is going to happen in an epoch. It follows from the seed, the number of the epoch and the
 * capabilities of the subject; how the threads interleave does not.
 *
 * @param index the number of the epoch, from 0
 * @param workers the workers of the executor
 * @param queueCapacity the capacity of its queue, 0 for none
 * @param policy what a full queue does
 * @param factoryFailurePercent how often the thread factory fails; 0 for a healthy one
 * @param initializes whether there is an initializer
 * @param breaksAt at which worker the initializer fails; 0 for never
 * @param strays whether idle and busy workers are interrupted from outside
 * @param virtualActors whether the actors are virtual threads
 * @param hurried whether no body waits for anything but its own tasks
 * @param orderly whether the executor is ended after all tasks, and after a roll call of its
 *     workers; if not, it is ended in the middle
 * @param lastEnding how it is ended if no actor has done it
 * @param seed what the thread factory and the last ending draw from
 * @param scripts what each actor does
 */
record EpochPlan(
    long index,
    int workers,
    int queueCapacity,
    RejectionPolicy policy,
    int factoryFailurePercent,
    boolean initializes,
    int breaksAt,
    boolean strays,
    boolean virtualActors,
    boolean hurried,
    boolean orderly,
    Ending lastEnding,
    long seed,
    List<List<Step>> scripts) {

  private static final List<RejectionPolicy> POLICIES = List.of(RejectionPolicy.values());
  private static final int FEWEST_STEPS = 40;
  private static final int MOST_STEPS = 400;

  /**
   * One operation of an actor.
   *
   * @param operation what it does
   * @param draw what it draws its choices from
   */
  record Step(Operation operation, long draw) {}

  static EpochPlan of(long seed, long index, Set<Capability> capabilities) {
    SplittableRandom random = new SplittableRandom(mix(seed, index));
    int workers = random.nextInt(1, 5);
    int capacity = random.nextInt(100) < 40 ? random.nextInt(1, 9) : 0;
    RejectionPolicy policy = POLICIES.get(random.nextInt(POLICIES.size()));
    int failures = random.nextInt(100) < 20 ? random.nextInt(5, 80) : 0;
    boolean initializes = random.nextInt(100) < 20;
    int breaksAt = random.nextInt(100) < 50 ? random.nextInt(1, 5) : 0;
    boolean strays = random.nextInt(100) < 20;
    boolean virtualActors = random.nextInt(100) < 20;
    boolean hurried = random.nextInt(100) < 60;
    boolean orderly = random.nextInt(100) < 35;
    initializes &= capabilities.contains(Capability.INITIALIZER);
    return new EpochPlan(
        index,
        workers,
        isOffered(policy, capabilities) ? capacity : 0,
        policy,
        capabilities.contains(Capability.CUSTOM_THREADS) ? failures : 0,
        initializes,
        initializes ? breaksAt : 0,
        strays,
        virtualActors,
        hurried,
        orderly,
        Ending.draw(random),
        random.nextLong(),
        scripts(random, orderly));
  }

  /** Spreads neighbouring seeds and epochs. */
  private static long mix(long seed, long index) {
    return new SplittableRandom(seed).nextLong() ^ new SplittableRandom(~index).nextLong();
  }

  private static boolean isOffered(RejectionPolicy policy, Set<Capability> capabilities) {
    return capabilities.contains(
        policy == RejectionPolicy.BLOCK ? Capability.BLOCKS_WHEN_FULL : Capability.BOUNDED_QUEUE);
  }

  private static List<List<Step>> scripts(SplittableRandom random, boolean orderly) {
    List<List<Step>> scripts = new ArrayList<>();
    int steps = random.nextInt(FEWEST_STEPS, MOST_STEPS);
    for (int actor = random.nextInt(2, 5); actor > 0; actor--) {
      SplittableRandom own = random.split();
      List<Step> script = new ArrayList<>();
      for (int step = 0; step < steps; step++) {
        script.add(new Step(Operation.draw(own), own.nextLong()));
      }
      if (!orderly && own.nextInt(100) < 60) {
        script.set(own.nextInt(steps / 2, steps), new Step(Operation.END, own.nextLong()));
      }
      scripts.add(List.copyOf(script));
    }
    return List.copyOf(scripts);
  }

  boolean factoryFails() {
    return factoryFailurePercent > 0;
  }

  boolean mayBreak() {
    return breaksAt > 0;
  }

  boolean isBounded() {
    return queueCapacity > 0;
  }

  /** Returns whether all workers are there, unless the executor has lost some. */
  boolean isHealthy() {
    return !factoryFails() && !mayBreak();
  }
}
