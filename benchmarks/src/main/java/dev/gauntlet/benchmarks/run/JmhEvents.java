package dev.gauntlet.benchmarks.run;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Collection;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Writes what JMH prints to a log, and passes on when iterations start. */
final class JmhEvents implements OutputFormat {
  private final OutputFormat log;
  private final IterationListener listener;

  /** Is told of the start of each iteration. */
  @FunctionalInterface
  interface IterationListener {
    void iterationStarted(IterationParams iteration, int number);
  }

  JmhEvents(PrintStream log, VerboseMode verbosity, IterationListener listener) {
    this.log = OutputFormatFactory.createFormatInstance(log, verbosity);
    this.listener = listener;
  }

  @Override
  public void iteration(BenchmarkParams benchmark, IterationParams iteration, int number) {
    log.iteration(benchmark, iteration, number);
    listener.iterationStarted(iteration, number);
  }

  @Override
  public void iterationResult(
      BenchmarkParams benchmark, IterationParams iteration, int number, IterationResult data) {
    log.iterationResult(benchmark, iteration, number, data);
  }

  @Override
  public void startBenchmark(BenchmarkParams benchmark) {
    log.startBenchmark(benchmark);
  }

  @Override
  public void endBenchmark(BenchmarkResult result) {
    log.endBenchmark(result);
  }

  @Override
  public void startRun() {
    log.startRun();
  }

  /** JMH's table at the end of a run has one row here, and the record holds it. */
  @Override
  public void endRun(Collection<RunResult> results) {}

  @Override
  public void print(String text) {
    log.print(text);
  }

  @Override
  public void println(String text) {
    log.println(text);
  }

  @Override
  public void verbosePrintln(String text) {
    log.verbosePrintln(text);
  }

  @Override
  public void write(int b) {
    log.write(b);
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    log.write(bytes);
  }

  @Override
  public void flush() {
    log.flush();
  }

  /** The log is shared by all forks, so it is not closed with one of them. */
  @Override
  public void close() {
    log.flush();
  }
}
