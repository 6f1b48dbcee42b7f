package dev.gauntlet.virtualthreads;

import static dev.gauntlet.virtualthreads.StateWord.ARRIVED;
import static dev.gauntlet.virtualthreads.StateWord.CANCELLED;
import static dev.gauntlet.virtualthreads.StateWord.DISOWNED;
import static dev.gauntlet.virtualthreads.StateWord.FAILED;
import static dev.gauntlet.virtualthreads.StateWord.FAILING;
import static dev.gauntlet.virtualthreads.StateWord.ON_STACK;
import static dev.gauntlet.virtualthreads.StateWord.RUNNING;
import static dev.gauntlet.virtualthreads.StateWord.has;
import static dev.gauntlet.virtualthreads.StateWord.isDone;
import static dev.gauntlet.virtualthreads.StateWord.isPending;
import static dev.gauntlet.virtualthreads.StateWord.withStatus;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The state of a future and the outcome it publishes. Every transition is lock-free and tells its
 * caller whether it took place; what follows from one is the business of the subclasses.
 */
abstract class FutureState {
  /*
   *   PENDING --start--> RUNNING --finish--> SUCCEEDED | FAILED
   *      |                  |
   *      |                  +--cancelRunning--> CANCELLED (the body runs on)
   *      +--cancelPending--> CANCELLED
   *      +--failPending----> FAILED
   *
   *   nobody's --start, arrive--> ARRIVED: the task is its thread's
   *      +--disown--------------> DISOWNED: nobody runs the task, and the submission takes it back
   *
   *   field    written by                                 write mode     read mode
   *   state    all (RunnerState and Task, too) but        CAS            volatile
   *            arrive, disown: their bit                  getAndOr       volatile
   *            an interrupter that is done: the count     getAndAdd      volatile
   *   payload  constructor: the body                      plain          plain
   *            the runner, after start: null, outcome     plain          plain, after state
   *            the canceller, after cancelPending: null   plain
   *            failPending, while it holds FAILING        plain
   *
   * Before the start the payload is the body, afterwards the outcome. The CAS that starts a task
   * makes one thread its runner, the only one to touch the payload until the outcome is published
   * by the CAS of finish; the CAS of cancelPending ends the race for the body, so the canceller may
   * drop it. failPending must write before it publishes although nobody has started the task: it
   * first takes the right to start with the FAILING bit, which no public state shows, and a cancel
   * that overtakes it then makes it drop what it wrote. The payload is read as an outcome only
   * after a volatile read of SUCCEEDED or FAILED.
   *
   * Thread.start may throw after the thread is on its way. Of ARRIVED and DISOWNED the one that is
   * set first decides, since each setter sees the other's bit. So the submission throws only if
   * nobody has run the task and nobody will.
   */
  private static final VarHandle STATE;
  private static final VarHandle PAYLOAD;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      STATE = lookup.findVarHandle(FutureState.class, "state", int.class);
      PAYLOAD = lookup.findVarHandle(FutureState.class, "payload", Object.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile int state;
  private @Nullable Object payload;

  FutureState(int state, @Nullable Object payload) {
    this.payload = payload;
    STATE.set(this, state);
  }

  final int word() {
    return state;
  }

  final boolean casWord(int expected, int next) {
    return STATE.compareAndSet(this, expected, next);
  }

  final int addToWord(int delta) {
    return (int) STATE.getAndAdd(this, delta);
  }

  private int setBits(int bits) {
    return (int) STATE.getAndBitwiseOr(this, bits);
  }

  /** Makes the calling thread the runner of a pending task. */
  final boolean start(int where) {
    while (true) {
      int s = state;
      if (!isPending(s) || has(s, FAILING | DISOWNED)) {
        return false;
      }
      if (casWord(s, s | RUNNING | where | ARRIVED)) {
        return true;
      }
    }
  }

  /** Called by the runner once: the body is its own from here on, and the future drops it. */
  final @Nullable Object takeBody() {
    Object body = payload;
    payload = null;
    return body;
  }

  /**
   * Called by the runner: the body is no longer on the stack.
   *
   * @return false if the future was cancelled meanwhile; the outcome is dropped then (C11)
   */
  final boolean finish(int status, @Nullable Object outcome) {
    payload = outcome;
    while (true) {
      int s = state;
      boolean overtaken = isDone(s);
      int next = (overtaken ? s : withStatus(s, status)) & ~ON_STACK;
      if (casWord(s, next)) {
        if (overtaken) {
          payload = null;
        }
        return !overtaken;
      }
    }
  }

  final boolean cancelPending() {
    while (true) {
      int s = state;
      if (!isPending(s)) {
        return false;
      }
      if (casWord(s, withStatus(s, CANCELLED))) {
        payload = null;
        return true;
      }
    }
  }

  /** Fails a task that has not started and never will. */
  final boolean failPending(Throwable failure) {
    while (true) {
      int s = state;
      if (!isPending(s) || has(s, FAILING)) {
        return false;
      }
      if (casWord(s, s | FAILING)) {
        payload = failure;
        return publishFailure();
      }
    }
  }

  private boolean publishFailure() {
    while (true) {
      int s = state;
      if (isDone(s)) {
        payload = null;
        return false;
      }
      if (casWord(s, withStatus(s, FAILED))) {
        return true;
      }
    }
  }

  /**
   * Called by the thread that was started for the task and found it done.
   *
   * @return false if the submission has thrown, so that the task is nobody's
   */
  final boolean arrive() {
    return !has(setBits(ARRIVED), DISOWNED);
  }

  /**
   * Called by a submission whose thread did not start.
   *
   * @return false if the thread has come for the task all the same: the submission has succeeded
   */
  final boolean disown() {
    return !has(setBits(DISOWNED), ARRIVED);
  }

  /** The body of a task that has not started; the outcome once it is done. */
  final @Nullable Object payload() {
    return payload;
  }

  final @Nullable Object payloadVolatile() {
    return PAYLOAD.getVolatile(this);
  }

  final boolean casPayload(@Nullable Object expected, @Nullable Object next) {
    return PAYLOAD.compareAndSet(this, expected, next);
  }

  final void clearPayload() {
    payload = null;
  }
}
