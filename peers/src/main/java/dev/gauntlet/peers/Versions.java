package dev.gauntlet.peers;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** Which version of a peer runs here. */
final class Versions {

  private Versions() {}

  /** Returns the version of the running JDK without build and vendor: {@code 25.0.3}. */
  static Optional<String> jdk() {
    return Optional.of(
        Runtime.version().version().stream().map(String::valueOf).collect(Collectors.joining(".")));
  }

  /**
   * Returns the version that Maven recorded in the jar of {@code member}; unlike a manifest, it
   * survives when several jars are merged into one.
   */
  static Optional<String> library(Class<?> member, String groupId, String artifactId) {
    String resource = "/META-INF/maven/" + groupId + "/" + artifactId + "/pom.properties";
    try (InputStream recorded = member.getResourceAsStream(resource)) {
      if (recorded == null) {
        return Optional.empty();
      }
      Properties properties = new Properties();
      properties.load(recorded);
      return Optional.ofNullable(properties.getProperty("version"));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
