package dev.gauntlet.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which module may use which. A rule that finds no class of its module fails. */
class DependencyDirectionTest {
  /** The races look into an implementation from its own package, out of another module. */
  static final ImportOption WITHOUT_RACES =
      location -> !location.contains("gauntlet-stress") && !location.contains("/stress/target/");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(WITHOUT_RACES)
          .importPackages("dev.gauntlet");

  private static final List<String> PLATFORM =
      List.of("java..", "javax..", "jdk..", "com.sun.management..");
  private static final List<String> ANNOTATIONS = List.of("org.jspecify..");
  private static final List<String> API = List.of("dev.gauntlet", "dev.gauntlet.spi..");
  private static final List<String> IMPLEMENTATIONS =
      List.of("dev.gauntlet.locking..", "dev.gauntlet.lockfree..", "dev.gauntlet.virtualthreads..");
  private static final List<String> JUNIT = List.of("org.junit..", "org.opentest4j..");

  /** The packages of a module, and those that they may use besides the platform's. */
  private record Direction(List<String> packages, List<String> mayUse) {
    ArchRule rule() {
      List<String> allowed =
          Stream.of(PLATFORM, ANNOTATIONS, packages, mayUse).flatMap(List::stream).toList();
      return classes()
          .that()
          .resideInAnyPackage(packages.toArray(String[]::new))
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(allowed.toArray(String[]::new));
    }

    @Override
    public String toString() {
      return packages + " uses " + mayUse;
    }
  }

  static List<Direction> directions() {
    return List.of(
        new Direction(API, List.of()),
        new Direction(List.of("dev.gauntlet.locking.."), API),
        new Direction(List.of("dev.gauntlet.lockfree.."), API),
        new Direction(List.of("dev.gauntlet.virtualthreads.."), API),
        new Direction(
            List.of("dev.gauntlet.soak.."),
            Stream.of(API, IMPLEMENTATIONS).flatMap(List::stream).toList()),
        new Direction(
            List.of("dev.gauntlet.conformance.."),
            Stream.of(API, JUNIT).flatMap(List::stream).toList()));
  }

  @ParameterizedTest
  @MethodSource("directions")
  void usesWhatItMay(Direction direction) {
    direction.rule().check(CLASSES);
  }

  @Test
  void reportsReadFilesAlone() {
    classes()
        .that()
        .resideInAPackage("dev.gauntlet.reports..")
        .should()
        .onlyDependOnClassesThat(
            describe("are not of another module", DependencyDirectionTest::isOfReportsOrForeign))
        .check(CLASSES);
  }

  private static boolean isOfReportsOrForeign(JavaClass used) {
    String name = used.getPackageName() + ".";
    return name.startsWith("dev.gauntlet.reports.") || !name.startsWith("dev.gauntlet.");
  }

  @Test
  void theRulesNoticeAForbiddenUse() {
    Direction conformanceWithoutJUnit = new Direction(List.of("dev.gauntlet.conformance.."), API);
    assertThrows(AssertionError.class, () -> conformanceWithoutJUnit.rule().check(CLASSES));
  }
}
