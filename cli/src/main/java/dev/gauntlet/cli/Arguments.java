package dev.gauntlet.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The arguments of a command, to be given again. */
final class Arguments {
  private final List<String> arguments;

  Arguments(List<String> arguments) {
    this.arguments = List.copyOf(arguments);
  }

  /** Returns them without an option that takes no value. */
  Arguments withoutFlag(String flag) {
    int end = endOfOptions();
    List<String> left = new ArrayList<>(arguments.subList(0, end));
    left.removeIf(flag::equals);
    left.addAll(arguments.subList(end, arguments.size()));
    return new Arguments(left);
  }

  /** Returns them without options that take one value. */
  Arguments without(Set<String> options) {
    int end = endOfOptions();
    List<String> left = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      int sign = argument.indexOf('=');
      if (i < end && options.contains(argument)) {
        i++; // its value
      } else if (i >= end || sign < 0 || !options.contains(argument.substring(0, sign))) {
        left.add(argument);
      }
    }
    return new Arguments(left);
  }

  /** Returns them with more options. */
  Arguments with(String... options) {
    int end = endOfOptions();
    List<String> more = new ArrayList<>(arguments.subList(0, end));
    more.addAll(List.of(options));
    more.addAll(arguments.subList(end, arguments.size()));
    return new Arguments(more);
  }

  private int endOfOptions() {
    int end = arguments.indexOf("--");
    return end < 0 ? arguments.size() : end;
  }

  /** Returns them for a command line in this process. */
  String[] toArray() {
    return arguments.toArray(String[]::new);
  }

  /** Returns the command for a shell. */
  String command() {
    return "gauntlet " + arguments.stream().map(Arguments::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String argument) {
    return argument.matches("[\\w@%+=:,./-]+")
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }
}
