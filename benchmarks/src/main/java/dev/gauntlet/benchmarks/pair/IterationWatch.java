package dev.gauntlet.benchmarks.pair;

import dev.gauntlet.reports.gate.Contention;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what JMH prints while it prints it: {@code "Iteration 3: "} appears when an iteration
 * begins, and the rest of its line when it has ended. What the benchmark itself prints in between
 * can end the line early; what was seen then covers too little of the iteration and is not used.
 */
final class IterationWatch {
  private static final Pattern BEGIN = Pattern.compile("(# Warmup )?Iteration +(\\d+): ");
  private static final int LONGEST_BEGIN = 40;
  private static final Contention UNKNOWN = new Contention(null, null, null, null, null);

  private final Counters counters;
  private final LongSupplier nanoTime;
  private final long leastNanos;
  private final Listener listener;
  private final StringBuilder line = new StringBuilder();
  private final List<Contention> seen = new ArrayList<>();
  private @Nullable Open open;

  /** What is counted, such as the ticks of processors. */
  interface Counters {
    /** Takes the counters now; the result says what they counted up to when it is asked. */
    Running start();

    /** Counters that were taken. */
    interface Running {
      /** Returns what they counted since. */
      Contention stop();
    }
  }

  /** Is told when an iteration begins. */
  interface Listener {
    void iteration(boolean warmup, int number);
  }

  private record Open(long startNanos, Counters.Running counters) {}

  /**
   * @param leastNanos what an iteration has to be watched for at least
   */
  IterationWatch(Counters counters, LongSupplier nanoTime, long leastNanos, Listener listener) {
    this.counters = counters;
    this.nanoTime = nanoTime;
    this.leastNanos = leastNanos;
    this.listener = listener;
  }

  /** Takes the next characters. */
  void accept(CharSequence text) {
    text.chars().forEach(c -> accept((char) c));
  }

  private void accept(char c) {
    if (c == '\n') {
      end();
      line.setLength(0);
    } else if (line.length() < LONGEST_BEGIN) {
      line.append(c);
      if (c == ' ') {
        begin();
      }
    }
  }

  private void begin() {
    Matcher matcher = BEGIN.matcher(line);
    if (!matcher.matches()) {
      return;
    }
    boolean warmup = matcher.group(1) != null;
    int number = Integer.parseInt(matcher.group(2));
    if (!warmup && number == seen.size() + 1) {
      open = new Open(nanoTime.getAsLong(), counters.start());
    }
    listener.iteration(warmup, number);
  }

  private void end() {
    Open ended = open;
    if (ended == null) {
      return;
    }
    open = null;
    boolean whole = nanoTime.getAsLong() - ended.startNanos() >= leastNanos;
    seen.add(whole ? ended.counters().stop() : UNKNOWN);
  }

  /** Returns one for each measured iteration, or nothing when not every one of them was seen. */
  List<Contention> contention(int iterations) {
    return seen.size() == iterations ? List.copyOf(seen) : List.of();
  }
}
