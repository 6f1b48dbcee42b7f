package dev.gauntlet.virtualthreads;

import java.util.concurrent.Callable;

/** A task without a pool: the test decides who runs it. */
final class PlainTask<V> extends Task<V> {

  PlainTask(TaskHost host, Callable<V> body) {
    super(host, body, 0);
  }

  @Override
  public void run() {
    runOnWorker(Thread.currentThread());
  }
}
