package dev.gauntlet.stress.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.Outcome;

/**
 * The races of three end, in what they name, also where jcstress cannot run them. This shows that
 * they work and no more: it takes jcstress to race them.
 */
class RacesOfThreeTest {
  private static final int ROUNDS = 200;
  private static final int ACTORS = 3;

  static List<RaceTest> races() {
    List<RaceTest> races =
        RaceCatalog.read().tests().stream().filter(test -> test.actors() == ACTORS).toList();
    assertTrue(races.size() >= 11, races::toString);
    return races;
  }

  @ParameterizedTest
  @MethodSource("races")
  void endsInWhatItNames(RaceTest race) throws Exception {
    int dot = race.name().lastIndexOf('.');
    Class<?> outer = Class.forName(race.name().substring(0, dot));
    Class<?> type = Class.forName(outer.getName() + "$" + race.name().substring(dot + 1));
    Map<String, Integer> seen = new TreeMap<>();
    ExecutorService threads = Executors.newFixedThreadPool(ACTORS);
    try {
      for (int round = 0; round < ROUNDS; round++) {
        seen.merge(outcomeOf(type, threads), 1, Integer::sum);
      }
    } finally {
      threads.shutdownNow();
    }
    Set<String> unnamed = new TreeSet<>(seen.keySet());
    unnamed.removeAll(named(outer));
    unnamed.removeAll(named(type));
    assertEquals(Set.of(), unnamed, seen::toString);
  }

  private static Set<String> named(Class<?> type) {
    Set<String> named = new TreeSet<>();
    for (Outcome outcome : type.getAnnotationsByType(Outcome.class)) {
      if (outcome.expect() != Expect.FORBIDDEN) {
        named.addAll(List.of(outcome.id()));
      }
    }
    return named;
  }

  private static String outcomeOf(Class<?> type, ExecutorService threads) throws Exception {
    Object state = type.getDeclaredConstructor().newInstance();
    List<Method> actors = methods(type, Actor.class);
    assertEquals(ACTORS, actors.size());
    Object result =
        actors.stream()
            .filter(actor -> actor.getParameterCount() == 1)
            .findFirst()
            .orElseThrow()
            .getParameterTypes()[0]
            .getDeclaredConstructor()
            .newInstance();
    CyclicBarrier start = new CyclicBarrier(ACTORS);
    List<Callable<Object>> calls = new ArrayList<>();
    for (Method actor : actors) {
      calls.add(() -> {
        start.await();
        return call(actor, state, result);
      });
    }
    for (Future<Object> call : threads.invokeAll(calls)) {
      call.get();
    }
    for (Method arbiter : methods(type, Arbiter.class)) {
      call(arbiter, state, result);
    }
    return result.toString();
  }

  private static List<Method> methods(Class<?> type, Class<? extends Annotation> marked) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(marked))
        .toList();
  }

  private static Object call(Method method, Object state, Object result) throws Exception {
    return method.getParameterCount() == 0 ? method.invoke(state) : method.invoke(state, result);
  }
}
