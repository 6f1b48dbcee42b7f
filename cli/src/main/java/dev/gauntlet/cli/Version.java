package dev.gauntlet.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of Gauntlet and of the Java that runs it. */
final class Version implements IVersionProvider {

  Version() {}

  /** Returns the version from the manifest; a build that is not packaged has none. */
  static String ofGauntlet() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "unpackaged" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "gauntlet " + ofGauntlet(),
      "Java " + Runtime.version() + ", " + System.getProperty("java.vm.name")
    };
  }
}
