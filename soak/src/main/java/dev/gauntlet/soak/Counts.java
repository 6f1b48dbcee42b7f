package dev.gauntlet.soak;

import java.util.LinkedHashMap;
import java.util.Map;

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

  /** Returns the faults in bodies and callbacks, then those of thread factories. */
  Map<String, Long> allFaults() {
    Map<String, Long> all = new LinkedHashMap<>(faults.toMap());
    threadFaults.toMap().forEach((fault, count) -> all.put("thread " + fault, count));
    return all;
  }

  void fault(Fault fault) {
    faults.count(fault);
  }
}
