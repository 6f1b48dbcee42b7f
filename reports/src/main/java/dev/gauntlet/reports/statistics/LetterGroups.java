package dev.gauntlet.reports.statistics;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Piepho's compact letter display: items that share a letter could not be told apart, items that
 * share none could.
 */
public final class LetterGroups {
  private static final int ALPHABET = 26;

  private final int items;
  private List<BitSet> groups = new ArrayList<>();

  private LetterGroups(int items) {
    this.items = items;
    BitSet all = new BitSet();
    all.set(0, items);
    groups.add(all);
  }

  /**
   * The letters of each item.
   *
   * @param differs whether two items could be told apart: symmetric, and false on the diagonal
   * @return one text for each item, such as {@code "ab"}; letters are given in the order of items
   */
  public static List<String> of(boolean[][] differs) {
    LetterGroups display = new LetterGroups(differs.length);
    for (int i = 0; i < differs.length; i++) {
      for (int j = i + 1; j < differs.length; j++) {
        if (differs[i][j]) {
          display.separate(i, j);
        }
      }
    }
    return display.letters();
  }

  /** Every group that has both becomes two that have one each; groups within others are dropped. */
  private void separate(int i, int j) {
    List<BitSet> split = new ArrayList<>();
    for (BitSet group : groups) {
      if (group.get(i) && group.get(j)) {
        split.add(without(group, i));
        split.add(without(group, j));
      } else {
        split.add(group);
      }
    }
    groups = maximal(split);
  }

  private static BitSet without(BitSet group, int item) {
    BitSet rest = (BitSet) group.clone();
    rest.clear(item);
    return rest;
  }

  private static List<BitSet> maximal(List<BitSet> all) {
    List<BitSet> distinct = all.stream().distinct().toList();
    return distinct.stream()
        .filter(group ->
            distinct.stream().noneMatch(other -> !other.equals(group) && contains(other, group)))
        .toList();
  }

  private static boolean contains(BitSet outer, BitSet inner) {
    BitSet beyond = (BitSet) inner.clone();
    beyond.andNot(outer);
    return beyond.isEmpty();
  }

  private List<String> letters() {
    List<BitSet> ordered =
        groups.stream()
            .sorted(
                Comparator.<BitSet>comparingInt(group -> group.nextSetBit(0))
                    .thenComparingInt(BitSet::length))
            .toList();
    List<String> letters = new ArrayList<>();
    for (int item = 0; item < items; item++) {
      StringBuilder text = new StringBuilder();
      for (int group = 0; group < ordered.size(); group++) {
        if (ordered.get(group).get(item)) {
          text.append(letter(group));
        }
      }
      letters.add(text.toString());
    }
    return List.copyOf(letters);
  }

  private static String letter(int group) {
    String letter = String.valueOf((char) ('a' + group % ALPHABET));
    return group < ALPHABET ? letter : letter + group / ALPHABET;
  }
}
