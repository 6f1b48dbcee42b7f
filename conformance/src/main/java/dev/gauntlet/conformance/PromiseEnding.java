package dev.gauntlet.conformance;

import dev.gauntlet.TaskState;
import dev.gauntlet.spi.Promise;

/** The ways in which a promise ends, of which only one may succeed. */
enum PromiseEnding {
  SUCCESS("trySucceed", TaskState.SUCCEEDED),
  FAILURE("tryFail", TaskState.FAILED),
  CANCEL("cancel(false)", TaskState.CANCELLED),
  CANCEL_WITH_INTERRUPT("cancel(true)", TaskState.CANCELLED);

  private final String text;

  /** The state it leads to. */
  private final TaskState state;

  PromiseEnding(String text, TaskState state) {
    this.text = text;
    this.state = state;
  }

  boolean on(Promise<String> promise) {
    return switch (this) {
      case SUCCESS -> promise.trySucceed("value");
      case FAILURE -> promise.tryFail(new IllegalStateException("on purpose"));
      case CANCEL -> promise.future().cancel(false);
      case CANCEL_WITH_INTERRUPT -> promise.future().cancel(true);
    };
  }

  TaskState state() {
    return state;
  }

  @Override
  public String toString() {
    return text;
  }
}
