package dev.gauntlet.reports.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

/** Letters against what they have to mean. */
class LetterGroupsTest {
  private static boolean[][] differs(int items, int[]... pairs) {
    boolean[][] differs = new boolean[items][items];
    for (int[] pair : pairs) {
      differs[pair[0]][pair[1]] = true;
      differs[pair[1]][pair[0]] = true;
    }
    return differs;
  }

  @Test
  void itemsInTheMiddleBelongToBothEnds() {
    assertEquals(List.of("a", "ab", "b"), LetterGroups.of(differs(3, new int[] {0, 2})));
    assertEquals(List.of("a", "a"), LetterGroups.of(differs(2)));
    assertEquals(
        List.of("a", "b", "b"), LetterGroups.of(differs(3, new int[] {0, 1}, new int[] {0, 2})));
    assertEquals(List.of(), LetterGroups.of(differs(0)));
  }

  /** Groups are exactly the greatest sets of items of which no two differ. */
  @Test
  void groupsAreAllGreatestSetsOfWhatDoesNotDiffer() {
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(6);
    for (int run = 0; run < 300; run++) {
      int items = 1 + random.nextInt(8);
      boolean[][] differs = new boolean[items][items];
      for (int i = 0; i < items; i++) {
        for (int j = 0; j < i; j++) {
          differs[i][j] = random.nextDouble() < 0.4;
          differs[j][i] = differs[i][j];
        }
      }
      assertEquals(greatest(differs), sets(LetterGroups.of(differs)));
    }
  }

  private static List<Integer> greatest(boolean[][] differs) {
    List<Integer> alike = new ArrayList<>();
    for (int set = 1; set < 1 << differs.length; set++) {
      if (isAlike(differs, set)) {
        alike.add(set);
      }
    }
    return alike.stream()
        .filter(set -> alike.stream().noneMatch(other -> other != set && (other & set) == set))
        .sorted()
        .toList();
  }

  private static boolean isAlike(boolean[][] differs, int set) {
    for (int i = 0; i < differs.length; i++) {
      for (int j = 0; j < i; j++) {
        if ((set >> i & 1) == 1 && (set >> j & 1) == 1 && differs[i][j]) {
          return false;
        }
      }
    }
    return true;
  }

  private static List<Integer> sets(List<String> letters) {
    List<Integer> sets = new ArrayList<>();
    for (char letter = 'a'; letter <= 'z'; letter++) {
      int set = 0;
      for (int item = 0; item < letters.size(); item++) {
        set |= letters.get(item).indexOf(letter) >= 0 ? 1 << item : 0;
      }
      if (set != 0) {
        sets.add(set);
      }
    }
    return sets.stream().sorted().toList();
  }
}
