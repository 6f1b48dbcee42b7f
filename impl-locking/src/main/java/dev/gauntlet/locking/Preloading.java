package dev.gauntlet.locking;

import dev.gauntlet.locking.BlockedSubmitters.Submitter;
import java.lang.invoke.MethodHandles;
import java.util.List;

/**
 * Loads the classes that are first needed when something seldom happens, while there is stack. At
 * the end of a stack no class can be loaded, however little its code needs, and one whose
 * initialisation fails there cannot be used ever again (R19).
 */
final class Preloading {
  private static final List<Class<?>> SELDOM_USED =
      List.of(
          Trampoline.class,
          Interlude.class,
          Interrupts.class,
          CallerRun.class,
          Submitter.class,
          Diagnostics.class,
          Refusals.class,
          StackHeadroom.class,
          LockingTask.class,
          Listeners.class,
          Listeners.Report.class);

  private Preloading() {}

  static void run() {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      for (Class<?> type : SELDOM_USED) {
        lookup.ensureInitialized(type);
      }
    } catch (IllegalAccessException notOfThisPackage) {
      throw new ExceptionInInitializerError(notOfThisPackage);
    }
  }
}
