package dev.gauntlet.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command in the documents is one that the command line takes, and every option is told. */
class GatingDocumentsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path RECIPES = ROOT.resolve("docs").resolve("gating-in-ci.md");
  private static final Pattern COMMAND =
      Pattern.compile("gauntlet ((?:(?:gate|calibrate) --|history )[^\\n'`|]*)");

  static Stream<String> commands() throws IOException {
    List<String> commands = new ArrayList<>();
    for (Path document : List.of(RECIPES, ROOT.resolve("README.md"))) {
      Matcher matcher = COMMAND.matcher(Files.readString(document));
      while (matcher.find()) {
        commands.add(matcher.group(1).trim());
      }
    }
    return commands.stream();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void isTakenByTheCommandLine(String command) {
    assertFalse(Main.commandLine().parseArgs(command.split(" ")).originalArgs().isEmpty());
  }

  @Test
  void thereIsARecipeForEveryServer() throws IOException {
    String recipes = Files.readString(RECIPES);
    for (String server : List.of("## GitHub Actions", "## GitLab", "## Jenkins")) {
      String recipe = recipes.substring(recipes.indexOf(server));
      assertTrue(COMMAND.matcher(recipe.substring(0, recipe.indexOf("\n```\n"))).find(), server);
    }
    assertTrue(commands().count() >= 6);
  }

  @Test
  void theReadmeIsShortEnoughToBeRead() throws IOException {
    assertTrue(Files.readAllLines(ROOT.resolve("README.md")).size() <= 150);
  }
}
