package dev.gauntlet.virtualthreads;

import dev.gauntlet.model.Schedules;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.virtualthreads.Dispatch.Offer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jspecify.annotations.Nullable;

/**
 * A pool of one worker, which is busy while the task 0 waits, and what threads may do with it at
 * once; {@link DispatchSpecification} says what they may see.
 */
@Param(name = "number", gen = IntGen.class, conf = "1:3")
public class DispatchOperations {
  static final int FIRST = 0;
  static final int NONE = -1;

  private static final BoundedPool POOL =
      new BoundedPool(ExecutorConfig.defaults(), VirtualThreads.factory());

  /** A task does not know its number: what it is to do is gone when it is cancelled. */
  private record Made(PooledTask<Integer> task, int number) {}

  private final List<Made> made = new CopyOnWriteArrayList<>();
  private final Seats.Seat seat = new Seats.Seat();
  private final Dispatch dispatch = new Dispatch(1, Integer.MAX_VALUE);
  private final PooledTask<Integer> first;

  public DispatchOperations() {
    Schedules.begin();
    dispatch.offer(task(NONE));
    first = task(FIRST);
    dispatch.offer(first);
  }

  private PooledTask<Integer> task(int number) {
    PooledTask<Integer> task = new PooledTask<>(POOL, number, 0);
    made.add(new Made(task, number));
    return task;
  }

  private int numberOf(@Nullable PooledTask<?> task) {
    return made.stream()
        .filter(m -> m.task.equals(task))
        .findFirst()
        .map(Made::number)
        .orElse(NONE);
  }

  @Operation
  public Offer offer(@Param(name = "number") int number) {
    return dispatch.offer(task(number));
  }

  /** What a worker does when it has ended a task. */
  @Operation
  public int next() {
    return numberOf(dispatch.next(seat, null));
  }

  @Operation
  public boolean claim() {
    return dispatch.claim(first);
  }

  @Operation
  public boolean cancel() {
    return cancel(first);
  }

  boolean cancel(PooledTask<Integer> task) {
    return dispatch.cancel(task);
  }

  final boolean cancelUnseen(PooledTask<Integer> task) {
    return dispatch.cancel(task);
  }

  /** What follows when a worker could not be started; returns whether that refuses the task 0. */
  @Operation
  public boolean workerDidNotStart() {
    return dispatch.workerDidNotStart(null, first);
  }

  @Operation
  public boolean isShutdown() {
    return dispatch.isShutdown();
  }

  @Operation
  public void shutdown() {
    dispatch.shutdown();
  }
}
