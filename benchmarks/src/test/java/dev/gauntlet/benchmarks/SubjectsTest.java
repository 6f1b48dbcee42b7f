package dev.gauntlet.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.reports.record.SubjectInfo.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Param;

class SubjectsTest {

  @Test
  void eachNameFindsTheSubjectOfThatName() {
    for (String name : Subjects.builtInNames()) {
      assertEquals(name, Subjects.named(name).name());
    }
  }

  @Test
  void theBenchmarksOfExecutorsKnowEverySubject() throws Exception {
    assertEquals(Subjects.builtInNames(), values(Pool.class));
  }

  @Test
  void theBenchmarksOfPromisesKnowEverySubjectWithPromises() throws Exception {
    List<String> withPromises =
        Subjects.builtInNames().stream().filter(n -> Subjects.named(n).has(Need.PROMISES)).toList();
    assertEquals(withPromises, values(SettleLatency.Promises.class));
  }

  @Test
  void theBenchmarksWithNeedsKnowEverySubjectThatHasThem() throws Exception {
    assertEquals(having(Need.CALLBACKS), values(PromiseKind.class));
    assertEquals(having(Need.QUEUE), values(QueuePool.class));
    assertEquals(having(Need.NESTED_JOIN), values(NestingPool.class));
    assertEquals(having(Need.THREAD_EACH), values(UnboundedPool.class));
    assertEquals(having(Need.DRAIN), values(DrainingPool.class));
    assertEquals(having(Need.CONFINED_INTERRUPTS), values(ConfiningPool.class));
  }

  @Test
  void aSubjectThatWouldWaitForEverIsRefused() {
    NestingPool pool = new NestingPool();
    pool.subject = "jdk-fixed";
    assertEquals(
        "jdk-fixed lacks joins within tasks",
        assertThrows(IllegalArgumentException.class, pool::open).getMessage());
  }

  private static List<String> having(Need need) {
    return Subjects.builtInNames().stream().filter(n -> Subjects.named(n).has(need)).toList();
  }

  private static List<String> values(Class<?> state) throws NoSuchFieldException {
    return List.of(state.getField("subject").getAnnotation(Param.class).value());
  }

  @Test
  void oursAreToldFromPeersAndTheFloor() {
    assertEquals(Kind.GAUNTLET, Subjects.named("lockfree").info().kind());
    assertEquals(Kind.PEER, Subjects.named("jdk-fixed").info().kind());
    assertEquals(Kind.FLOOR, Subjects.named("caller-runs").info().kind());
  }

  @Test
  void aProviderOnTheClassPathIsFound() {
    assertEquals("test-twice", Subjects.named("test-twice").name());
    assertTrue(Subjects.names().contains("test-twice"));
  }

  @Test
  void anUnknownNameIsNamedBesideThoseThatExist() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Subjects.named("jdk-fixd")).getMessage();
    assertTrue(message.startsWith("unknown subject \"jdk-fixd\"; there are lockfree, locking, "));
    assertTrue(message.lines().count() == 1 && message.contains("caller-runs"));
  }
}
