package dev.gauntlet.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Runs each example over the texts; the expected counts are those of {@code grep -iwo hand}. */
class ExamplesTest {
  private static final String[] ARGUMENTS = {
    "hand",
    "texts/gettysburg-address.txt",
    "texts/ozymandias.txt",
    "texts/sonnet-18.txt",
    "texts/the-tyger.txt"
  };

  private static final List<String> COUNTS =
      List.of(
          "gettysburg-address.txt: 0", "ozymandias.txt: 1", "sonnet-18.txt: 0", "the-tyger.txt: 4");

  /** A main method. */
  private interface Program {
    void run(String[] arguments) throws Exception;
  }

  private static List<String> outputOf(Program program) throws Exception {
    PrintStream console = System.out;
    ByteArrayOutputStream captured = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(captured, true, StandardCharsets.UTF_8));
      program.run(ARGUMENTS);
    } finally {
      System.setOut(console);
    }
    return captured.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static Set<String> inAnyOrder(List<String> lines) {
    return new TreeSet<>(lines);
  }

  @Test
  void submit() throws Exception {
    assertEquals(COUNTS, outputOf(SearchWithSubmit::main));
  }

  @Test
  void map() throws Exception {
    assertEquals(COUNTS, outputOf(SearchWithMap::main));
  }

  @Test
  void callbacks() throws Exception {
    assertEquals(inAnyOrder(COUNTS), inAnyOrder(outputOf(SearchWithCallbacks::main)));
  }

  @Test
  void asCompleted() throws Exception {
    assertEquals(inAnyOrder(COUNTS), inAnyOrder(outputOf(SearchWithAsCompleted::main)));
  }

  @Test
  void await() throws Exception {
    List<String> lines = outputOf(SearchWithWait::main);
    assertEquals(COUNTS, lines.subList(0, lines.size() - 1));
    assertEquals("0 files were not searched in time", lines.get(lines.size() - 1));
  }
}
