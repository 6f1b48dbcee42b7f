package dev.gauntlet.conformance.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutationCheckTest {
  private static final String HEADER = "part\tclass\tmethod\tmutator\tnumber\treason\n";
  private static final String SECOND = "Foo\tbar()V\tMathMutator\t2";
  private static final Path CHECKED_IN = Path.of("../docs/results/mutation-survivors.tsv");

  @TempDir private Path directory;

  private static String mutation(String status, int line, int index) {
    return """
    <mutation detected='true' status='%s' numberOfTestsRun='1'><sourceFile>Foo.java</sourceFile>\
    <mutatedClass>dev.gauntlet.Foo</mutatedClass><mutatedMethod>bar</mutatedMethod>\
    <methodDescription>()V</methodDescription><lineNumber>%d</lineNumber>\
    <mutator>org.pitest.mutationtest.engine.gregor.mutators.MathMutator</mutator>\
    <indexes><index>%d</index></indexes><blocks><block>0</block></blocks></mutation>
    """
        .formatted(status, line, index);
  }

  private List<String> wrong(String mutations, String list) throws Exception {
    Path report = directory.resolve("mutations.xml");
    Files.writeString(report, "<mutations partial='true'>" + mutations + "</mutations>");
    return new MutationCheck(
            MutationReport.read(report), SurvivorList.of("api", Set.of(), list(list)))
        .wrong();
  }

  private Path list(String lines) throws Exception {
    return Files.writeString(directory.resolve("survivors.tsv"), HEADER + lines);
  }

  @Test
  void anExplainedSurvivor_isRight_onWhateverLineItIs() throws Exception {
    String list = "api\t" + SECOND + "\tequivalent\n";
    assertEquals(List.of(), wrong(mutation("SURVIVED", 9, 20) + mutation("KILLED", 7, 10), list));
    assertEquals(
        List.of(), wrong(mutation("KILLED", 107, 10) + mutation("NO_COVERAGE", 109, 20), list));
  }

  @Test
  void anUnexplainedSurvivor_isWrong() throws Exception {
    assertEquals(
        List.of("survives without an explanation:\t" + SECOND),
        wrong(
            mutation("KILLED", 7, 10) + mutation("SURVIVED", 9, 20),
            "lockfree\t" + SECOND + "\tof another part\n"));
  }

  @Test
  void anExplanationOfWhatIsKilled_isWrong() throws Exception {
    assertEquals(
        List.of("is explained, but does not survive:\t" + SECOND),
        wrong(
            mutation("KILLED", 7, 10) + mutation("TIMED_OUT", 9, 20),
            "api\t" + SECOND + "\tequivalent\n"));
  }

  @Test
  void aRunThatDidNothing_isWrong() throws Exception {
    assertEquals(List.of("PIT has made no mutant"), wrong("", ""));
    assertEquals(
        List.of(
            "no test has killed a mutant: none was run",
            "survives without an explanation:\tFoo\tbar()V\tMathMutator\t1"),
        wrong(mutation("NO_COVERAGE", 7, 10), ""));
  }

  @Test
  void ofSingleClasses_onlyTheirSurvivorsAreAskedFor() throws Exception {
    String lines =
        "lockfree\tlockfree.Raid$1\tbar()V\tMathMutator\t1\tequivalent\n"
            + "lockfree\tlockfree.RaidTwo\tbar()V\tMathMutator\t1\tequivalent\n";
    Set<String> types = MutationCheck.types("lockfree", "Claimant,Raid");
    assertEquals(
        Set.of(Mutant.parse("lockfree.Raid$1", "bar()V", "MathMutator", "1")),
        SurvivorList.of("lockfree", types, list(lines)).keySet());
    assertEquals(Set.of("spi.Deadline"), MutationCheck.types("api", "spi.Deadline"));
  }

  @Test
  void theTable_countsEachClassWithThoseNestedInIt() throws Exception {
    String nested = mutation("NO_COVERAGE", 7, 30).replace("Foo</m", "Foo$Bar</m");
    String other = mutation("MEMORY_ERROR", 7, 40).replace("Foo</m", "spi.Baz</m");
    Path report = directory.resolve("mutations.xml");
    Files.writeString(
        report,
        "<mutations>"
            + mutation("KILLED", 7, 10)
            + mutation("SURVIVED", 7, 20)
            + nested
            + other
            + mutation("TIMED_OUT", 8, 50)
            + "</mutations>");
    assertEquals(
        """
        | class | mutants | killed | timed out | survived | not reached | other |
        |---|--:|--:|--:|--:|--:|--:|
        | `Foo` | 4 | 1 | 1 | 1 | 1 | 0 |
        | `spi.Baz` | 1 | 0 | 0 | 0 | 0 | 1 |
        | all | 5 | 1 | 1 | 1 | 1 | 1 |
        """,
        MutationTable.of(MutationReport.read(report)));
  }

  @Test
  void aLineWithoutAReason_isRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> SurvivorList.of("api", Set.of(), list("api\t" + SECOND + "\t\n")));
  }

  @Test
  void theListThatIsCheckedIn_canBeRead() throws Exception {
    for (String part : List.of("api", "lockfree", "locking", "virtualthreads")) {
      SurvivorList.of(part, Set.of(), CHECKED_IN);
    }
  }
}
