package dev.gauntlet.cli;

import dev.gauntlet.spi.ExecutorProvider;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/** Providers out of somebody else's jar. */
final class ForeignProvider {

  private ForeignProvider() {}

  /**
   * Loads the provider of the given class, or those that the jar registers as services if no class
   * is named. The class loader stays open: the subject goes on loading classes while it runs.
   *
   * @param jars the jar of the provider and those it needs
   * @throws UserException if a jar or a provider cannot be used
   */
  static List<ExecutorProvider> load(List<Path> jars, @Nullable String className) {
    URL[] urls = jars.stream().map(ForeignProvider::urlOf).toArray(URL[]::new);
    ClassLoader loader =
        new URLClassLoader("foreign", urls, ForeignProvider.class.getClassLoader());
    return className == null ? services(jars, loader) : List.of(instance(className, loader, jars));
  }

  private static URL urlOf(Path jar) {
    if (!Files.isRegularFile(jar)) {
      throw new UserException("no such file: " + jar + "; --jar takes the path of a jar");
    }
    try (JarFile readable = new JarFile(jar.toFile())) {
      return Path.of(readable.getName()).toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new IllegalArgumentException(impossible);
    } catch (IOException unreadable) {
      throw new UserException(jar + " is no jar: " + unreadable.getMessage());
    }
  }

  private static List<ExecutorProvider> services(List<Path> jars, ClassLoader loader) {
    List<ExecutorProvider> found = new ArrayList<>();
    try {
      for (ExecutorProvider provider : ServiceLoader.load(ExecutorProvider.class, loader)) {
        if (loader.equals(provider.getClass().getClassLoader())) {
          found.add(provider);
        }
      }
    } catch (ServiceConfigurationError broken) {
      throw new UserException("a provider cannot be loaded: " + broken.getMessage());
    }
    if (found.isEmpty()) {
      throw new UserException(
          jars.get(0)
              + " registers no "
              + ExecutorProvider.class.getName()
              + " in META-INF/services; name one with --provider CLASS");
    }
    return found;
  }

  private static ExecutorProvider instance(String className, ClassLoader loader, List<Path> jars) {
    try {
      Object provider =
          Class.forName(className, true, loader).getDeclaredConstructor().newInstance();
      if (provider instanceof ExecutorProvider executorProvider) {
        return executorProvider;
      }
      throw new UserException(
          className + " does not implement " + ExecutorProvider.class.getName());
    } catch (ClassNotFoundException missing) {
      throw new UserException("no class " + className + " in " + jars.get(0));
    } catch (NoSuchMethodException | IllegalAccessException hidden) {
      throw new UserException(
          className + " needs to be public with a public constructor without arguments");
    } catch (ReflectiveOperationException | LinkageError broken) {
      Throwable cause = broken.getCause() == null ? broken : broken.getCause();
      throw new UserException(className + " cannot be created: " + cause);
    }
  }
}
