package dev.gauntlet.benchmarks.pair;

import dev.gauntlet.benchmarks.run.FlagCheck;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** Refuses what the loop over pairs has decided already, each with one line. */
record RefusedFlags(CommandLineOptions options) {

  void check() {
    FlagCheck flags = new FlagCheck(options, "");
    flags.refuse(options.getForkCount().hasValue(), "-f", "a pair has one fork of each arm");
    flags.refuse(options.getWarmupForkCount().hasValue(), "-wf", "every fork is measured");
    flags.refuse(options.getWarmupMode().hasValue(), "-wm", "each fork warms up for itself");
    flags.refuse(!options.getWarmupIncludes().isEmpty(), "-wmb", "each fork runs one benchmark");
    flags.refuse(
        options.shouldFailOnError().hasValue(), "-foe", "a failing fork is recorded as failed");
    flags.refuse(options.getResult().hasValue(), "-rff", "--jmh-json writes JMH's results");
    flags.refuse(options.getResultFormat().hasValue(), "-rf", "--jmh-json writes JMH's results");
    flags.refuse(options.getOutput().hasValue(), "-o", "JMH's text goes beside the state file");
    flags.refuse(options.verbosity().hasValue(), "-v", "the loop reads what JMH prints");
    flags.refuse(options.getJvm().hasValue(), "-jvm", "--jdk chooses the JDK of both arms");
    flags.refuse(!options.getIncludes().isEmpty(), "a name", "--include chooses benchmarks");
    flags.refuse(!options.getExcludes().isEmpty(), "-e", "--include chooses benchmarks");
    flags.refuseLists();
  }
}
