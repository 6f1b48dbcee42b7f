package dev.gauntlet.benchmarks;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.peers.FixedPoolPeer;
import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.ExecutorProvider;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.Callable;

/** A fixed pool of the JDK with one defect, found on the class path as a stranger's would be. */
abstract class TestProvider implements ExecutorProvider {
  private final String name;

  TestProvider(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Set<Capability> capabilities() {
    return new FixedPoolPeer().capabilities();
  }

  @Override
  public TaskExecutor open(ExecutorConfig config) {
    TaskExecutor sound = new FixedPoolPeer().open(config);
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (method.getName().equals("submit") && arguments[0] instanceof Callable<?> task) {
            return submit(sound, task);
          }
          try {
            return method.invoke(sound, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        };
    return (TaskExecutor)
        Proxy.newProxyInstance(
            TaskExecutor.class.getClassLoader(), new Class<?>[] {TaskExecutor.class}, handler);
  }

  abstract TaskFuture<?> submit(TaskExecutor sound, Callable<?> task);

  /** Returns somebody else's result. */
  public static final class MixedUp extends TestProvider {
    public MixedUp() {
      super("test-mixed-up");
    }

    @Override
    TaskFuture<?> submit(TaskExecutor sound, Callable<?> task) {
      return sound.submit(() -> "another result");
    }
  }

  /** Runs every task twice. */
  public static final class Twice extends TestProvider {
    public Twice() {
      super("test-twice");
    }

    @Override
    TaskFuture<?> submit(TaskExecutor sound, Callable<?> task) {
      return sound.submit(() -> {
        task.call();
        return task.call();
      });
    }
  }

  /** Leaves the interrupt flag of a worker set. */
  public static final class Interrupted extends TestProvider {
    public Interrupted() {
      super("test-interrupted");
    }

    @Override
    TaskFuture<?> submit(TaskExecutor sound, Callable<?> task) {
      return sound.submit(() -> {
        Thread.currentThread().interrupt();
        return task.call();
      });
    }
  }

  /** Accepts tasks and never runs them. */
  public static final class Lost extends TestProvider {
    public Lost() {
      super("test-lost");
    }

    @Override
    TaskFuture<?> submit(TaskExecutor sound, Callable<?> task) {
      return new FixedPoolPeer().promises().orElseThrow().newPromise().future();
    }
  }

  /** Cannot be opened. */
  public static final class Unopenable extends TestProvider {
    public Unopenable() {
      super("test-unopenable");
    }

    @Override
    public TaskExecutor open(ExecutorConfig config) {
      throw new IllegalStateException("out of order\ntoday");
    }

    @Override
    TaskFuture<?> submit(TaskExecutor sound, Callable<?> task) {
      return sound.submit(task);
    }
  }
}
