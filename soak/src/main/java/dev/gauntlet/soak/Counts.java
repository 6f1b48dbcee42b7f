package dev.gauntlet.soak;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What a subject has been through so far. */
final class Counts {
  final Tally<Operation> operations = new Tally<>(Operation.class);
  final Tally<Outcome> outcomes = new Tally<>(Outcome.class);
  final Tally<Fault> faults = new Tally<>(Fault.class);
  final Tally<ThreadFault> threadFaults = new Tally<>(ThreadFault.class);

  /** What becomes of tasks. */
  enum Outcome {
    SUCCEEDED,
    FAILED,
    CANCELLED,
    REFUSED,
    /** Given to execute, and its body has run. */
    EXECUTED,
    /** Given to execute, accepted, and dropped by a shutdown. */
    DROPPED,
    /** Given to a bulk operation that gave up. */
    ABANDONED
  }

  /** Interrupts of workers from outside. */
  final LongAdder strays = new LongAdder();

  /** Returns the faults in bodies and callbacks, those of thread factories, and the strays. */
  Map<String, Long> allFaults() {
    Map<String, Long> all = new LinkedHashMap<>(faults.toMap());
    threadFaults.toMap().forEach((fault, count) -> all.put("thread " + fault, count));
    all.put("stray interrupt", strays.sum());
    return all;
  }

  void fault(Fault fault) {
    faults.count(fault);
  }
}
