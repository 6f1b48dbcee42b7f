package dev.gauntlet.benchmarks.run;

import dev.gauntlet.benchmarks.Scenario;
import dev.gauntlet.benchmarks.Subject;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What is measured alike for every subject.
 *
 * @param scenario the benchmark class
 * @param method its benchmark method
 * @param params parameters other than the subject, in the order they are to be shown
 * @param threads JMH threads
 */
public record Row(Class<?> scenario, String method, Map<String, String> params, int threads) {
  public Row {
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
  }

  /** One thread. */
  static Row of(Class<?> scenario, String method, Map<String, String> params) {
    return new Row(scenario, method, params, 1);
  }

  /** An operation is one of so many tasks. */
  static Row sized(Class<?> scenario, int size) {
    return of(scenario, "of" + size, Map.of("size", "" + size));
  }

  /** An operation is all of the tasks. */
  static Row tasks(Class<?> scenario, int tasks) {
    return of(scenario, "of" + tasks, Map.of("tasks", "" + tasks));
  }

  /** Returns the simple name of the benchmark class. */
  public String name() {
    return scenario.getSimpleName();
  }

  /** Returns JMH's name of the benchmark. */
  public String benchmark() {
    return scenario.getName() + "." + method;
  }

  /** Returns one line for people: {@code "SubmitThroughput, 2 threads"}. */
  public String label() {
    String values =
        params.entrySet().stream()
            .map(param -> ", " + param.getKey() + "=" + param.getValue())
            .collect(Collectors.joining());
    return name() + values + (threads == 1 ? "" : ", " + threads + " threads");
  }

  /** Returns whether it measures the machine and no subject. */
  boolean isOfTheMachine() {
    return question().machine();
  }

  /** Returns whether a subject has what it takes. */
  boolean suits(Subject subject) {
    return Arrays.stream(question().needs()).allMatch(subject::has);
  }

  Scenario question() {
    return annotation(scenario, Scenario.class);
  }

  static <A extends java.lang.annotation.Annotation> A annotation(
      AnnotatedElement element, Class<A> type) {
    return Objects.requireNonNull(
        element.getAnnotation(type), () -> element + " lacks @" + type.getSimpleName());
  }
}
