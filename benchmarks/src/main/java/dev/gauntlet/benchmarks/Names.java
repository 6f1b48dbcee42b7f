package dev.gauntlet.benchmarks;

/** Names of the subjects as constants, which the values of a JMH parameter have to be. */
final class Names {
  static final String LOCKFREE = "lockfree";
  static final String LOCKING = "locking";
  static final String VIRTUALTHREADS = "virtualthreads";
  static final String VIRTUALTHREADS_BOUNDED = "virtualthreads-bounded";
  static final String JDK_FIXED = "jdk-fixed";
  static final String JDK_CACHED = "jdk-cached";
  static final String JDK_FORKJOIN = "jdk-forkjoin";
  static final String JDK_VIRTUAL = "jdk-virtual";
  static final String JDK_COMPLETABLEFUTURE = "jdk-completablefuture";
  static final String JDK_CF_FORKJOIN = "jdk-cf-forkjoin";
  static final String JBOSS_EQE = "jboss-eqe";
  static final String NETTY_DEFAULT = "netty-default";
  static final String JETTY_QTP = "jetty-qtp";
  static final String GUAVA_LISTENING = "guava-listening";
  static final String CALLER_RUNS = "caller-runs";

  private Names() {}
}
