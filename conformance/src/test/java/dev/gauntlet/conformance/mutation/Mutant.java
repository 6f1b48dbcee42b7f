package dev.gauntlet.conformance.mutation;

/**
 * A mutant as it is named in the list of survivors, whatever line it is on.
 *
 * @param type the simple or nested name of the class, with its package below {@code dev.gauntlet}
 * @param method the method with its descriptor
 * @param mutator the last part of the mutator's name
 * @param number which of those with the same three parts it is, counted from 1 in bytecode order
 */
record Mutant(String type, String method, String mutator, int number)
    implements Comparable<Mutant> {

  static Mutant parse(String type, String method, String mutator, String number) {
    return new Mutant(type, method, mutator, Integer.parseInt(number));
  }

  /** Returns the class that a nested one is in, or the class itself. */
  static String outermost(String type) {
    return type.split("\\$", 2)[0];
  }

  @Override
  public int compareTo(Mutant other) {
    return toString().compareTo(other.toString());
  }

  /** The columns of the list. */
  @Override
  public String toString() {
    return String.join("\t", type, method, mutator, Integer.toString(number));
  }
}
