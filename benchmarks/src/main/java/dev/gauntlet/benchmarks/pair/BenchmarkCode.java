package dev.gauntlet.benchmarks.pair;

import dev.gauntlet.benchmarks.run.BenchUsageException;
import dev.gauntlet.reports.record.IoMessages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/**
 * The classes of a jar's benchmarks: each with the classes nested in it, without what only a
 * debugger reads, so that a comment that is added or a file that is moved is no difference.
 */
final class BenchmarkCode {
  private final Path file;
  private final Map<String, Map<String, String>> known = new HashMap<>();

  /**
   * @param file the jar
   */
  BenchmarkCode(Path file) {
    this.file = file;
  }

  /**
   * Returns whether a benchmark's class differs from that in another jar, or is in one of them
   * alone.
   *
   * @param benchmark fully qualified name of the method
   * @throws BenchUsageException if a jar cannot be read
   */
  boolean differs(String benchmark, BenchmarkCode other) {
    String name = benchmark.substring(0, Math.max(0, benchmark.lastIndexOf('.')));
    return !hashes(name).equals(other.hashes(name));
  }

  private Map<String, String> hashes(String name) {
    return known.computeIfAbsent(name, this::read);
  }

  private Map<String, String> read(String name) {
    Pattern classes = Pattern.compile(Pattern.quote(name.replace('.', '/')) + "(\\$.*)?\\.class");
    Map<String, String> hashes = new HashMap<>();
    try (JarFile jar = new JarFile(file.toFile())) {
      List<JarEntry> entries =
          jar.stream().filter(entry -> classes.matcher(entry.getName()).matches()).toList();
      for (JarEntry entry : entries) {
        hashes.put(entry.getName(), hash(jar, entry));
      }
    } catch (IOException e) {
      throw new BenchUsageException("cannot read " + file + ": " + IoMessages.reason(e));
    }
    return hashes;
  }

  private static String hash(JarFile jar, JarEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      return Hashes.sha256(withoutDebug(in.readAllBytes()));
    }
  }

  /** A class that is newer than the reader, or damaged, counts as it is. */
  private static byte[] withoutDebug(byte[] bytes) {
    try {
      ClassWriter writer = new ClassWriter(0);
      new ClassReader(bytes).accept(writer, ClassReader.SKIP_DEBUG);
      return writer.toByteArray();
    } catch (RuntimeException e) {
      return bytes;
    }
  }
}
