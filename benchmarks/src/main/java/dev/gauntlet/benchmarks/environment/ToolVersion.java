package dev.gauntlet.benchmarks.environment;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version of Gauntlet that runs. */
public final class ToolVersion {
  private static final String RESOURCE =
      "/META-INF/maven/dev.gauntlet/gauntlet-benchmarks/pom.properties";
  private static final String UNPACKAGED = "development";

  private ToolVersion() {}

  /** Returns the version that Maven recorded in the jar; outside a jar there is none. */
  public static String get() {
    try (InputStream recorded = ToolVersion.class.getResourceAsStream(RESOURCE)) {
      if (recorded == null) {
        return UNPACKAGED;
      }
      Properties properties = new Properties();
      properties.load(recorded);
      return properties.getProperty("version", UNPACKAGED);
    } catch (IOException e) {
      return UNPACKAGED;
    }
  }
}
