package canary;

import org.jspecify.annotations.Nullable;

final class Mistakes {

  private Mistakes() {}

  static int dereferencesNull(@Nullable String text) {
    return text.length();
  }

  static void forgetsToThrow() {
    new IllegalStateException("never thrown");
  }
}
