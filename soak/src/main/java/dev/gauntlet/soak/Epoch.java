package dev.gauntlet.soak;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.ExecutorProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One executor, from its opening to its termination. */
final class Epoch {
  /*
   *   caller    waits for the director, and looks whether anybody hangs
   *   director  opens, starts the actors, waits for them, holds the roll call, ends, audits
   *   actors    perform their scripts
   *
   * Nobody but the caller waits with a limit that ends the wait: what hangs is left behind, on
   * daemon threads, and the run is over.
   */
  private static final Duration LOOK = Duration.ofMillis(20);

  private final EpochPlan plan;
  private final ExecutorProvider provider;
  private final Arena arena;
  private final Patience patience;
  private final Watchdog watchdog;
  private volatile @Nullable String hung;

  Epoch(
      EpochPlan plan, ExecutorProvider provider, Ledger ledger, Counts counts, Duration patience) {
    this.plan = plan;
    this.provider = provider;
    this.arena = new Arena(plan, provider.capabilities(), ledger, counts);
    this.patience = new Patience(patience);
    // What is late by its own count is to be named by it, not by the watchdog.
    this.watchdog = new Watchdog(patience.multipliedBy(3).dividedBy(2));
  }

  /** Runs the epoch; returns what hung, or null. */
  @Nullable Hang run() throws InterruptedException {
    Thread director = Thread.ofPlatform().daemon().name("soak-director").start(this::direct);
    while (!director.join(LOOK)) {
      String overdue = watchdog.overdue();
      if (overdue != null) {
        return hang(overdue);
      }
    }
    String message = hung;
    return message == null ? null : hang(message);
  }

  private Hang hang(String doing) {
    String threads = ThreadDump.take();
    Audit.nameUnended(arena);
    return new Hang(plan.index(), doing, threads);
  }

  private void direct() {
    Beat beat = watchdog.watch("the director");
    try {
      Actor.impersonate(arena, beat, () -> live(beat));
    } catch (HungException late) {
      hung = late.getMessage();
    } catch (Throwable failure) {
      arena.ledger.violation("L1", "unexpected: " + failure);
    }
  }

  private void live(Beat beat) {
    beat.begin("open");
    arena.opened(provider.open(config()));
    beat.end();
    act();
    if (plan.orderly() && plan.isHealthy()) {
      callRoll(beat);
    }
    beat.begin("the end of an epoch");
    end();
    beat.begin("the audit");
    Audit.run(arena);
    beat.end();
  }

  private void callRoll(Beat beat) {
    RollCall rollCall = new RollCall(arena, patience);
    beat.begin("the rest before the roll call");
    rollCall.awaitRest();
    beat.begin("the roll call");
    rollCall.hold();
    beat.begin("the rest after the roll call");
    rollCall.awaitRest();
  }

  private ExecutorConfig config() {
    ExecutorConfig.Builder config =
        ExecutorConfig.builder()
            .workers(plan.workers())
            .daemon(true)
            .callbackFailureHandler((future, failure) -> arena.ledger.callbackFailed(failure));
    if (plan.isBounded()) {
      config.queueCapacity(plan.queueCapacity(), plan.policy());
    }
    if (plan.factoryFails()) {
      config.threadFactory(new FaultyThreadFactory(arena, plan.seed()));
    }
    if (plan.initializes()) {
      config.initializer(new Initializer(plan.breaksAt()));
    }
    return config.build();
  }

  private void act() {
    List<Thread> actors = new ArrayList<>();
    for (List<EpochPlan.Step> script : plan.scripts()) {
      String name = "soak-actor-" + actors.size();
      Thread.Builder threads =
          plan.virtualActors() ? Thread.ofVirtual() : Thread.ofPlatform().daemon();
      Beat beat = watchdog.watch(name);
      beat.begin("its start");
      actors.add(threads.name(name).start(new Actor(arena, script, beat)));
    }
    actors.forEach(Epoch::join);
  }

  private static void join(Thread actor) {
    try {
      actor.join();
    } catch (InterruptedException interrupt) {
      throw new IllegalStateException("the director was interrupted", interrupt);
    }
  }

  private void end() {
    TaskExecutor executor = arena.executor();
    if (!arena.facts.isEnding()) {
      plan.lastEnding().perform(arena);
    }
    arena.facts.ends();
    executor.shutdown();
    patience.await("the executor is terminated", () -> terminatesSoon(executor));
    if (!executor.isTerminated() || !executor.isShutdown()) {
      arena.ledger.violation("L12", "terminated, and it does not say so");
    }
    expectRefusal();
    for (Thread worker : arena.workers.all()) {
      patience.await("the worker " + worker.getName() + " has ended", () -> !worker.isAlive());
    }
  }

  private static boolean terminatesSoon(TaskExecutor executor) {
    Thread.interrupted();
    try {
      return executor.awaitTermination(100, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupt) {
      throw new IllegalStateException("the director was interrupted", interrupt);
    }
  }

  private void expectRefusal() {
    Ticket late = arena.submit(BodyKind.RETURNS, new SplittableRandom(0), 0);
    if (late.future != null) {
      arena.ledger.violation("L1", "accepted after termination: " + late);
    }
  }
}
