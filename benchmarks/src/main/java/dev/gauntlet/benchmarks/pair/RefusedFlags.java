package dev.gauntlet.benchmarks.pair;

import dev.gauntlet.benchmarks.run.BenchUsageException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** Refuses what the loop over pairs has decided already, each with one line. */
record RefusedFlags(CommandLineOptions options) {

  void check() throws CommandLineOptionException {
    refuse(options.getForkCount().hasValue(), "-f", "a pair has one fork of each arm");
    refuse(options.getWarmupForkCount().hasValue(), "-wf", "every fork is measured");
    refuse(options.getWarmupMode().hasValue(), "-wm", "each fork warms up for itself");
    refuse(!options.getWarmupIncludes().isEmpty(), "-wmb", "each fork runs one benchmark");
    refuse(options.shouldFailOnError().hasValue(), "-foe", "a failing fork is recorded as failed");
    refuse(options.getResult().hasValue(), "-rff", "--jmh-json writes JMH's results");
    refuse(options.getResultFormat().hasValue(), "-rf", "--jmh-json writes JMH's results");
    refuse(options.getOutput().hasValue(), "-o", "JMH's text goes beside the state file");
    refuse(options.verbosity().hasValue(), "-v", "the loop reads what JMH prints");
    refuse(options.getJvm().hasValue(), "-jvm", "--jdk chooses the JDK of both arms");
    refuse(!options.getIncludes().isEmpty(), "a name", "--include chooses benchmarks");
    refuse(!options.getExcludes().isEmpty(), "-e", "--include chooses benchmarks");
    refuse(asksForAList(), "a flag that only lists", "nothing would be measured");
  }

  private boolean asksForAList() {
    return options.shouldHelp()
        || options.shouldList()
        || options.shouldListWithParams()
        || options.shouldListProfilers()
        || options.shouldListResultFormats();
  }

  private static void refuse(boolean given, String flag, String reason) {
    if (given) {
      throw new BenchUsageException(flag + " is not passed to JMH here: " + reason);
    }
  }
}
