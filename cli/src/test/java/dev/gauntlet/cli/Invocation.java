package dev.gauntlet.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/**
 * A command line that was run in this JVM.
 *
 * @param exit its exit code
 * @param out what it printed
 * @param err what it complained about
 */
record Invocation(int exit, String out, String err) {

  static Invocation of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commandLine =
        Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int exit = commandLine.execute(arguments);
    return new Invocation(exit, out.toString(), err.toString());
  }
}
