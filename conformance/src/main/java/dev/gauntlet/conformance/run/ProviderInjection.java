package dev.gauntlet.conformance.run;

import dev.gauntlet.spi.ExecutorProvider;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the provider of a run to the test class: JUnit carries strings, so it travels by a key. */
final class ProviderInjection implements ParameterResolver {
  static final String KEY = "dev.gauntlet.conformance.provider";

  private static final AtomicInteger RUNS = new AtomicInteger();
  private static final Map<String, ExecutorProvider> PROVIDERS = new ConcurrentHashMap<>();

  static String register(ExecutorProvider provider) {
    String key = "run-" + RUNS.incrementAndGet();
    PROVIDERS.put(key, provider);
    return key;
  }

  static void unregister(String key) {
    PROVIDERS.remove(key);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ExecutorProvider.class;
  }

  @Override
  public ExecutorProvider resolveParameter(ParameterContext parameter, ExtensionContext context) {
    String key = context.getConfigurationParameter(KEY).orElseThrow();
    return Objects.requireNonNull(PROVIDERS.get(key));
  }
}
