package dev.gauntlet.benchmarks.pair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Jars of small classes: which differences are differences of the benchmark. */
class BenchmarkCodeTest {
  private static final String BENCHMARK = "a.Bench.work";

  @TempDir private Path directory;
  private int jars;
  private BenchmarkCode before;

  @BeforeEach
  void original() throws IOException {
    before = jar(classes());
  }

  private static Map<String, byte[]> classes() {
    Map<String, byte[]> classes = new TreeMap<>();
    for (String name : new String[] {"a/Bench", "a/Bench$Input", "a/Library", "a/Benchmarks"}) {
      classes.put(name, aClass(name, 1, 10, "sum"));
    }
    return classes;
  }

  /** {@code int work() { int <local> = <constant>; return <local>; }} at a line of its file. */
  private static byte[] aClass(String name, int constant, int line, String local) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V21, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
    writer.visitSource("Bench.java", null);
    MethodVisitor work = writer.visitMethod(Opcodes.ACC_PUBLIC, "work", "()I", null, null);
    work.visitCode();
    Label start = new Label();
    Label end = new Label();
    work.visitLabel(start);
    work.visitLineNumber(line, start);
    work.visitIntInsn(Opcodes.BIPUSH, constant);
    work.visitVarInsn(Opcodes.ISTORE, 1);
    work.visitVarInsn(Opcodes.ILOAD, 1);
    work.visitInsn(Opcodes.IRETURN);
    work.visitLabel(end);
    work.visitLocalVariable(local, "I", null, start, end, 1);
    work.visitMaxs(1, 2);
    work.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  private BenchmarkCode jar(Map<String, byte[]> classes) throws IOException {
    Path jar = directory.resolve(jars++ + ".jar");
    try (OutputStream bytes = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> each : classes.entrySet()) {
        out.putNextEntry(new JarEntry(each.getKey() + ".class"));
        out.write(each.getValue());
      }
    }
    return new BenchmarkCode(jar);
  }

  private void expect(boolean different, String name, byte[] bytes) throws IOException {
    Map<String, byte[]> changed = classes();
    String old = HexFormat.of().formatHex(changed.put(name, bytes));
    assertNotEquals(old, HexFormat.of().formatHex(bytes), "the files differ at any rate");
    BenchmarkCode after = jar(changed);
    assertEquals(different, after.differs(BENCHMARK, before));
    assertEquals(different, before.differs(BENCHMARK, after));
  }

  @Test
  void theBodyOfTheBenchmarkIsADifference() throws IOException {
    expect(true, "a/Bench", aClass("a/Bench", 2, 10, "sum"));
  }

  @Test
  void whatItsNestedClassesDoIsADifference() throws IOException {
    expect(true, "a/Bench$Input", aClass("a/Bench$Input", 2, 10, "sum"));
  }

  @Test
  void whatOnlyADebuggerReadsIsNone() throws IOException {
    expect(false, "a/Bench", aClass("a/Bench", 1, 11, "sum"));
    expect(false, "a/Bench", aClass("a/Bench", 1, 10, "all"));
  }

  @Test
  void whatTheBenchmarkCallsIsNone() throws IOException {
    expect(false, "a/Library", aClass("a/Library", 2, 10, "sum"));
    expect(false, "a/Benchmarks", aClass("a/Benchmarks", 2, 10, "sum"));
  }

  @Test
  void aClassThatOneJarLacksIsADifferenceAndOneThatBothLackIsNone() throws IOException {
    BenchmarkCode without = jar(Map.of("a/Library", new byte[0]));
    assertTrue(before.differs(BENCHMARK, without));
    assertTrue(without.differs(BENCHMARK, before));
    assertFalse(jar(Map.of()).differs(BENCHMARK, without));
  }

  @Test
  void aClassThatCannotBeReadIsComparedAsItIs() throws IOException {
    byte[] damaged = "damaged".getBytes(StandardCharsets.UTF_8);
    expect(true, "a/Bench", damaged);
    assertFalse(
        jar(Map.of("a/Bench", damaged)).differs(BENCHMARK, jar(Map.of("a/Bench", damaged))));
  }
}
