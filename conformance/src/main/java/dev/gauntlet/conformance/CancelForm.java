package dev.gauntlet.conformance;

import dev.gauntlet.TaskFuture;

/** The three ways to cancel a future. */
enum CancelForm {
  PLAIN("cancel()"),
  WITHOUT_INTERRUPT("cancel(false)"),
  WITH_INTERRUPT("cancel(true)");

  private final String text;

  CancelForm(String text) {
    this.text = text;
  }

  boolean on(TaskFuture<?> future) {
    return switch (this) {
      case PLAIN -> future.cancel();
      case WITHOUT_INTERRUPT -> future.cancel(false);
      case WITH_INTERRUPT -> future.cancel(true);
    };
  }

  @Override
  public String toString() {
    return text;
  }
}
