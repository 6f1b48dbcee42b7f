package canary;

/** Refers to {@link Nothing}, which there is not. */
final class Documented {

  private Documented() {}
}
