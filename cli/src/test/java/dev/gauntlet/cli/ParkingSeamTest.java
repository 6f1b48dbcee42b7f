package dev.gauntlet.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.gauntlet.lockfree.LockFreeProvider;
import dev.gauntlet.locking.LockingProvider;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the model checker puts its permits in the place of costs nothing in production: in the
 * bytecode, each method of it is one static call, of the method of {@link LockSupport} with its
 * name, and nobody goes past it.
 */
class ParkingSeamTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(DependencyDirectionTest.WITHOUT_RACES)
          .importPackagesOf(LockFreeProvider.class, LockingProvider.class);

  private static final List<String> FORWARDED = List.of("park", "parkNanos", "unpark");

  static Stream<JavaClass> seams() {
    return Stream.of("lockfree", "locking").map(ParkingSeamTest::seam);
  }

  private static JavaClass seam(String implementation) {
    return CLASSES.get("dev.gauntlet." + implementation + ".Parking");
  }

  @ParameterizedTest
  @MethodSource("seams")
  void itForwardsEachCallAndDoesNothingElse(JavaClass seam) {
    for (String name : FORWARDED) {
      List<JavaMethod> methods =
          seam.getMethods().stream().filter(method -> method.getName().equals(name)).toList();
      assertEquals(1, methods.size(), name);
      JavaMethod method = methods.get(0);
      assertTrue(method.getModifiers().toString().contains("STATIC"), name);
      assertEquals(
          List.of(LockSupport.class.getName() + "." + name),
          method.getAccessesFromSelf().stream().map(ParkingSeamTest::target).toList());
    }
  }

  private static String target(JavaAccess<?> access) {
    return access.getTargetOwner().getName() + "." + access.getTarget().getName();
  }

  private static ArchRule nobodyElseParks(String except) {
    return noClasses()
        .that()
        .doNotHaveSimpleName(except)
        .should()
        .dependOnClassesThat()
        .areAssignableTo(LockSupport.class);
  }

  @Test
  void nobodyGoesPastIt() {
    nobodyElseParks("Parking").check(CLASSES);
  }

  @Test
  void theRuleNoticesWhoDoes() {
    assertThrows(AssertionError.class, () -> nobodyElseParks("Nobody").check(CLASSES));
  }
}
