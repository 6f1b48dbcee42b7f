package dev.gauntlet.benchmarks.pair;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * A stock JMH jar of a stranger, compiled with JMH's annotation processor and packed together with
 * JMH. What it injects is a resource, so its variants differ in one file.
 */
final class SampleJar {
  private static final List<String> LIBRARIES = List.of("jmh-core", "jopt-simple", "commons-math3");
  private static final String OLDEST_JDK = "17";
  private static final String PROCESSOR = "jmh-generator-annprocess";

  private final Path classes;

  private SampleJar(Path classes) {
    this.classes = classes;
  }

  /** Compiles the benchmarks of {@code sample.Sample} into a folder. */
  static SampleJar compile(Path classes) throws IOException {
    return compile(classes, "Sample");
  }

  /** Compiles the benchmarks of a class of the package {@code sample} into a folder. */
  static SampleJar compile(Path classes, String name) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Files.createDirectories(classes);
    boolean compiled =
        compiler
            .getTask(
                null,
                null,
                null,
                List.of(
                    "--release",
                    OLDEST_JDK,
                    "-d",
                    classes.toString(),
                    "-cp",
                    libraries(LIBRARIES),
                    "-processorpath",
                    libraries(Stream.concat(LIBRARIES.stream(), Stream.of(PROCESSOR)).toList()),
                    "-proc:full"),
                null,
                List.of(source(name)))
            .call();
    if (!compiled) {
      throw new IOException("the sample does not compile");
    }
    return new SampleJar(classes);
  }

  private static JavaFileObject source(String name) throws IOException {
    try (InputStream text = SampleJar.class.getResourceAsStream(name + ".java.txt")) {
      String source = new String(text.readAllBytes(), StandardCharsets.UTF_8);
      return new SimpleJavaFileObject(
          URI.create("string:///sample/" + name + ".java"), JavaFileObject.Kind.SOURCE) {
        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
          return source;
        }
      };
    }
  }

  private static String libraries(List<String> names) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(path -> names.stream().anyMatch(name -> new File(path).getName().startsWith(name)))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /**
   * Packs a jar.
   *
   * @param injected what the benchmarks read, one property a line
   */
  Path pack(Path jar, String injected) throws IOException {
    return pack(jar, injected, null);
  }

  /** Packs a jar whose manifest says what commit it is of, unless that is null. */
  Path pack(Path jar, String injected, @Nullable String commit) throws IOException {
    Set<String> packed = new HashSet<>();
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      add(out, packed, "META-INF/MANIFEST.MF", manifest(commit).getBytes(StandardCharsets.UTF_8));
      add(out, packed, "injected.properties", injected.getBytes(StandardCharsets.UTF_8));
      try (Stream<Path> files = Files.walk(classes)) {
        for (Path each : files.filter(Files::isRegularFile).toList()) {
          add(out, packed, classes.relativize(each).toString(), Files.readAllBytes(each));
        }
      }
      for (String library : libraries(LIBRARIES).split(File.pathSeparator)) {
        addAll(out, packed, library);
      }
    }
    return jar;
  }

  private static String manifest(@Nullable String commit) {
    String main = "Manifest-Version: 1.0\nMain-Class: org.openjdk.jmh.Main\n";
    return commit == null ? main : main + "Git-Commit: " + commit + "\n";
  }

  private static void addAll(JarOutputStream out, Set<String> packed, String library)
      throws IOException {
    try (JarFile jar = new JarFile(library)) {
      for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
        JarEntry entry = all.nextElement();
        if (!entry.isDirectory() && !entry.getName().startsWith("META-INF/maven")) {
          try (InputStream bytes = jar.getInputStream(entry)) {
            add(out, packed, entry.getName(), bytes.readAllBytes());
          }
        }
      }
    }
  }

  private static void add(JarOutputStream out, Set<String> packed, String name, byte[] bytes)
      throws IOException {
    if (packed.add(name)) {
      out.setLevel(1);
      out.putNextEntry(new JarEntry(name));
      out.write(bytes);
      out.closeEntry();
    }
  }
}
