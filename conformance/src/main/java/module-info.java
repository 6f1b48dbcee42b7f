/** The conformance kit: the rules of {@code SPEC.md} as named tests over a provider. */
module dev.gauntlet.conformance {
  requires static transitive org.jspecify;
  requires transitive dev.gauntlet.api;
  requires transitive org.junit.jupiter.api;
  requires java.management;
  requires org.junit.platform.engine;
  requires org.junit.platform.launcher;

  exports dev.gauntlet.conformance;
  exports dev.gauntlet.conformance.run;

  opens dev.gauntlet.conformance;
  opens dev.gauntlet.conformance.run;
}
