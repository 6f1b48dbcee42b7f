package dev.gauntlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.Spliterator;
import org.junit.jupiter.api.Test;

class DistinctSetTest {
  private final Set<String> set = new DistinctSet<>(List.of("b", "a", "b", "c", "a"));

  @Test
  void itHasEachElementOnce_inTheOrderOfTheList() {
    assertEquals(3, set.size());
    assertEquals(List.of("b", "a", "c"), new ArrayList<>(set));
    assertTrue(set.contains("c"));
    assertFalse(set.contains("d"));
  }

  @Test
  void itsStreamsKeepTheOrder() {
    assertTrue(set.spliterator().hasCharacteristics(Spliterator.ORDERED | Spliterator.DISTINCT));
  }

  @Test
  void itEqualsOtherSetsOfTheseElements() {
    assertEquals(Set.of("a", "b", "c"), set);
    assertEquals(set, Set.of("a", "b", "c"));
    assertEquals(Set.of("a", "b", "c").hashCode(), set.hashCode());
    assertEquals("[b, a, c]", set.toString());
  }

  @Test
  void itCannotBeModified() {
    assertThrows(UnsupportedOperationException.class, () -> set.add("d"));
    assertThrows(UnsupportedOperationException.class, () -> set.remove("a"));
    assertThrows(UnsupportedOperationException.class, set::clear);
    assertThrows(
        UnsupportedOperationException.class,
        () -> {
          var elements = set.iterator();
          elements.next();
          elements.remove();
        });
    assertEquals(3, set.size());
  }

  private static final class Unhashed {
    @Override
    public int hashCode() {
      throw new AssertionError("hashed");
    }
  }

  @Test
  void whetherItIsEmptyTakesNoHash() {
    assertFalse(new DistinctSet<>(List.of(new Unhashed())).isEmpty());
    assertTrue(new DistinctSet<>(List.of()).isEmpty());
  }
}
