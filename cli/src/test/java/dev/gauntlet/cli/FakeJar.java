package dev.gauntlet.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Looks like a JMH jar and runs nothing. */
final class FakeJar {
  private FakeJar() {}

  /** Returns a jar that lists benchmarks of average time, or has no list when there is none. */
  static Path write(Path file, String... methods) throws IOException {
    return write(file, "", methods);
  }

  /**
   * Returns such a jar with the class of the benchmarks in it.
   *
   * @param body stands for what the class does; without a class when empty
   */
  static Path write(Path file, String body, String[] methods) throws IOException {
    try (OutputStream bytes = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(bytes)) {
      add(jar, "org/openjdk/jmh/Main.class", "");
      if (!body.isEmpty()) {
        add(jar, "x/Y.class", body);
      }
      if (methods.length > 0) {
        StringBuilder list = new StringBuilder();
        for (String method : methods) {
          list.append(entry(method)).append('\n');
        }
        add(jar, "META-INF/BenchmarkList", list.toString());
      }
    }
    return file;
  }

  /** The form of JMH 1.30 to 1.37. */
  private static String entry(String method) {
    return "JMH S 3 x.Y S 20 x.jmh_generated.Test S "
        + method.length()
        + " "
        + method
        + " S 11 AverageTime E A 1 1 1 E E E E E E E E E E E E E E U 11 NANOSECONDS E E";
  }

  private static void add(JarOutputStream jar, String name, String text) throws IOException {
    jar.putNextEntry(new JarEntry(name));
    jar.write(text.getBytes(StandardCharsets.UTF_8));
    jar.closeEntry();
  }
}
