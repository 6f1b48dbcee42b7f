package dev.gauntlet.benchmarks;

import dev.gauntlet.TaskExecutor;
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
  private final FixedPoolPeer pool = new FixedPoolPeer();
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
    return pool.capabilities();
  }

  @Override
  public TaskExecutor open(ExecutorConfig config) {
    TaskExecutor sound = pool.open(config);
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (method.getName().equals("submit") && arguments[0] instanceof Callable<?> task) {
            arguments[0] = replace(task);
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

  abstract Callable<?> replace(Callable<?> task);

  /** Returns somebody else's result. */
  public static final class MixedUp extends TestProvider {
    public MixedUp() {
      super("test-mixed-up");
    }

    @Override
    Callable<?> replace(Callable<?> task) {
      return () -> "another result";
    }
  }

  /** Runs every task twice. */
  public static final class Twice extends TestProvider {
    public Twice() {
      super("test-twice");
    }

    @Override
    Callable<?> replace(Callable<?> task) {
      return () -> {
        task.call();
        return task.call();
      };
    }
  }

  /** Leaves the interrupt flag of a worker set. */
  public static final class Interrupted extends TestProvider {
    public Interrupted() {
      super("test-interrupted");
    }

    @Override
    Callable<?> replace(Callable<?> task) {
      return () -> {
        Thread.currentThread().interrupt();
        return task.call();
      };
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
    Callable<?> replace(Callable<?> task) {
      return task;
    }
  }
}
