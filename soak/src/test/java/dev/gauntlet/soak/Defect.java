package dev.gauntlet.soak;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.locking.LockingProvider;
import dev.gauntlet.soak.SubjectReport.Verdict;
import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.ExecutorProvider;
import dev.gauntlet.spi.RejectionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Executors that do one thing wrong, and what a soak has to say about each. */
enum Defect implements ExecutorProvider {
  LOSES_A_TASK(Verdict.HANGS, "L2") {
    @Override
    TaskExecutor weaken(TaskExecutor sound) {
      return new ForwardingExecutor(sound) {
        @Override
        public <T> TaskFuture<T> submit(Callable<T> task) {
          return isUnlucky() ? newPromise() : sound.submit(task);
        }
      };
    }
  },
  RUNS_A_BODY_TWICE(Verdict.BROKEN, "S10") {
    @Override
    TaskExecutor weaken(TaskExecutor sound) {
      return new ForwardingExecutor(sound) {
        @Override
        public void execute(Runnable task) {
          sound.execute(() -> {
            task.run();
            task.run();
          });
        }
      };
    }
  },
  RUNS_WHAT_IT_REFUSED(Verdict.BROKEN, "L2") {
    @Override
    TaskExecutor weaken(TaskExecutor sound) {
      return new ForwardingExecutor(sound) {
        @Override
        public <T> TaskFuture<T> submit(Callable<T> task) {
          TaskFuture<T> accepted = sound.submit(task);
          if (isUnlucky()) {
            throw new RejectedExecutionException("after the fact");
          }
          return accepted;
        }
      };
    }
  },
  RUNS_A_CALLBACK_TWICE(Verdict.BROKEN, "K1") {
    @Override
    <V> TaskFuture<V> weaken(TaskFuture<V> sound) {
      return new ForwardingFuture<>(sound) {
        @Override
        public TaskFuture<V> addDoneCallback(Consumer<? super TaskFuture<V>> callback) {
          super.addDoneCallback(callback);
          return super.addDoneCallback(callback);
        }
      };
    }
  },
  DROPS_LATE_CALLBACKS(Verdict.BROKEN, "K1") {
    @Override
    <V> TaskFuture<V> weaken(TaskFuture<V> sound) {
      return new ForwardingFuture<>(sound) {
        @Override
        public TaskFuture<V> addDoneCallback(Consumer<? super TaskFuture<V>> callback) {
          return sound.isDone() ? this : super.addDoneCallback(callback);
        }
      };
    }
  },
  DROPS_CALLBACK_FAILURES(Verdict.BROKEN, "K8") {
    @Override
    ExecutorConfig.Builder alter(ExecutorConfig.Builder copy, ExecutorConfig config) {
      return copy.callbackFailureHandler((future, failure) -> {});
    }
  },
  LEAVES_AN_INTERRUPT_FLAG_SET(Verdict.BROKEN, "I1") {
    @Override
    TaskExecutor weaken(TaskExecutor sound) {
      return new ForwardingExecutor(sound) {
        @Override
        public <T> TaskFuture<T> submit(Callable<T> task) {
          return sound.submit(() -> {
            Thread.currentThread().interrupt();
            return task.call();
          });
        }
      };
    }
  },
  INTERRUPTS_ITS_SUBMITTER(Verdict.BROKEN, "I11") {
    @Override
    TaskExecutor weaken(TaskExecutor sound) {
      return new ForwardingExecutor(sound) {
        @Override
        public void execute(Runnable task) {
          sound.execute(task);
          Thread.currentThread().interrupt();
        }
      };
    }
  },
  FORGETS_A_WAITER(Verdict.HANGS, "for more than") {
    @Override
    <V> TaskFuture<V> weaken(TaskFuture<V> sound) {
      return new ForwardingFuture<>(sound) {
        @Override
        public V get() throws InterruptedException, ExecutionException {
          while (!sound.isDone()) {
            LockSupport.park();
            // With the flag set, park returns at once: what waits in vain must not spin as well.
            if (Thread.interrupted()) {
              throw new InterruptedException();
            }
          }
          return super.get();
        }
      };
    }
  },
  NEVER_TERMINATES(Verdict.HANGS, "terminated") {
    @Override
    TaskExecutor weaken(TaskExecutor sound) {
      return new ForwardingExecutor(sound) {
        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
          boolean unused = sound.awaitTermination(timeout, unit);
          return false;
        }
      };
    }
  },
  CLOSES_TOO_EARLY(Verdict.BROKEN, "L5") {
    @Override
    TaskExecutor weaken(TaskExecutor sound) {
      return new ForwardingExecutor(sound) {
        @Override
        public void close() {
          sound.shutdown();
        }
      };
    }
  },
  HIDES_WHAT_NEVER_STARTED(Verdict.BROKEN, "L8") {
    @Override
    TaskExecutor weaken(TaskExecutor sound) {
      return new ForwardingExecutor(sound) {
        @Override
        public List<Runnable> shutdownNow() {
          List<Runnable> unused = sound.shutdownNow();
          return List.of();
        }
      };
    }
  },
  DENIES_ITS_CANCELS(Verdict.BROKEN, "S1") {
    @Override
    <V> TaskFuture<V> weaken(TaskFuture<V> sound) {
      return new ForwardingFuture<>(sound) {
        @Override
        public boolean cancel() {
          return sound.cancel() && sound.isRunning();
        }
      };
    }
  },
  PRETENDS_TO_CANCEL(Verdict.BROKEN, "S3") {
    @Override
    <V> TaskFuture<V> weaken(TaskFuture<V> sound) {
      return new ForwardingFuture<>(sound) {
        @Override
        public boolean cancel() {
          return true;
        }
      };
    }
  },
  COPIES_EXCEPTIONS(Verdict.BROKEN, "R1") {
    @Override
    <V> TaskFuture<V> weaken(TaskFuture<V> sound) {
      return new ForwardingFuture<>(sound) {
        @Override
        public Throwable exceptionNow() {
          return new IllegalStateException(sound.exceptionNow());
        }
      };
    }
  },
  HAS_TOO_MANY_WORKERS(Verdict.BROKEN, "L15") {
    @Override
    ExecutorConfig.Builder alter(ExecutorConfig.Builder copy, ExecutorConfig config) {
      return copy.workers(config.workers() + 2);
    }
  },
  HAS_LOST_A_WORKER(Verdict.BROKEN, "L16") {
    @Override
    ExecutorConfig.Builder alter(ExecutorConfig.Builder copy, ExecutorConfig config) {
      return copy.workers(Math.max(1, config.workers() - 1));
    }
  },
  HAS_LOST_A_PLACE(Verdict.BROKEN, "L29") {
    @Override
    ExecutorConfig.Builder alter(ExecutorConfig.Builder copy, ExecutorConfig config) {
      int capacity = config.queueCapacity().orElse(0);
      boolean waits = config.rejectionPolicy() == RejectionPolicy.BLOCK;
      return capacity < 2 || waits
          ? copy
          : copy.queueCapacity(capacity - 1, config.rejectionPolicy());
    }
  },
  LEAKS(Verdict.LEAKS, "") {
    private static final int BYTES_A_TASK = 8 << 10;

    @Override
    @SuppressWarnings("ImmutableEnumChecker") // it grows, as it is meant to
    TaskExecutor weaken(TaskExecutor sound) {
      return new ForwardingExecutor(sound) {
        @Override
        public <T> TaskFuture<T> submit(Callable<T> task) {
          synchronized (LEAKED) {
            LEAKED.add(new byte[BYTES_A_TASK]);
          }
          return sound.submit(task);
        }
      };
    }
  },
  /** What it remembers ends with it: an epoch is too short to tell. */
  REMEMBERS_ITS_TASKS(Verdict.LEAKS, "") {
    private static final int BYTES_A_TASK = 8 << 10;

    @Override
    TaskExecutor weaken(TaskExecutor sound) {
      return new ForwardingExecutor(sound) {
        private final List<byte[]> remembered = new ArrayList<>();

        @Override
        public <T> TaskFuture<T> submit(Callable<T> task) {
          synchronized (remembered) {
            remembered.add(new byte[BYTES_A_TASK]);
          }
          return sound.submit(task);
        }
      };
    }
  };

  private static final LockingProvider SOUND = new LockingProvider();
  private static final List<byte[]> LEAKED = new ArrayList<>();

  private final Verdict verdict;
  private final String sign;

  /**
   * Says what is to be found.
   *
   * @param sign the rule of a violation, or a part of what hangs
   */
  Defect(Verdict verdict, String sign) {
    this.verdict = verdict;
    this.sign = sign;
  }

  Verdict verdict() {
    return verdict;
  }

  String sign() {
    return sign;
  }

  static void forgetLeaked() {
    synchronized (LEAKED) {
      LEAKED.clear();
    }
  }

  TaskExecutor weaken(TaskExecutor sound) {
    return new ForwardingExecutor(sound) {
      @Override
      public <T> TaskFuture<T> submit(Callable<T> task) {
        return weaken(sound.submit(task));
      }
    };
  }

  <V> TaskFuture<V> weaken(TaskFuture<V> sound) {
    return sound;
  }

  ExecutorConfig.Builder alter(ExecutorConfig.Builder copy, ExecutorConfig config) {
    return copy;
  }

  static <V> TaskFuture<V> newPromise() {
    return SOUND.promises().orElseThrow().<V>newPromise().future();
  }

  @Override
  public TaskExecutor open(ExecutorConfig config) {
    ExecutorConfig.Builder copy =
        ExecutorConfig.builder()
            .workers(config.workers())
            .daemon(true)
            .callbackFailureHandler(config::reportCallbackFailure);
    if (config.threadFactory() != null) {
      copy.threadFactory(config.threadFactory());
    }
    if (config.initializer() != null) {
      copy.initializer(config.initializer());
    }
    config
        .queueCapacity()
        .ifPresent(capacity -> copy.queueCapacity(capacity, config.rejectionPolicy()));
    return weaken(SOUND.open(alter(copy, config).build()));
  }

  @Override
  public Set<Capability> capabilities() {
    return SOUND.capabilities();
  }
}
