package dev.gauntlet;

import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.Spliterator;
import org.jspecify.annotations.Nullable;

/**
 * An unmodifiable set of what a list has, in its order. The elements are hashed when somebody asks
 * what takes that: the identity hash of a future that was never asked for costs more than to look
 * whether the future is done, and who has waited for all of them often asks no more than whether
 * any is left.
 */
final class DistinctSet<E> extends AbstractSet<E> {
  /*
   *   field      written by                  write mode             read by  read mode
   *   elements   the constructor             final                  anybody  final
   *   distinct   anybody who finds it null   volatile, with no CAS  anybody  volatile
   *
   * Where several threads find it null each makes a set of its own, and the last write stays: the
   * sets are equal and never change, so that it does not matter whose one a thread sees.
   */
  private final List<E> elements;
  private volatile @Nullable Set<E> distinct;

  /**
   * Creates the set.
   *
   * @param elements belong to the set from here on
   */
  DistinctSet(List<E> elements) {
    this.elements = elements;
  }

  private Set<E> distinct() {
    Set<E> made = distinct;
    if (made == null) {
      made = Collections.unmodifiableSet(new LinkedHashSet<>(elements));
      distinct = made;
    }
    return made;
  }

  @Override
  public boolean isEmpty() {
    return elements.isEmpty();
  }

  @Override
  public int size() {
    return distinct().size();
  }

  @Override
  public boolean contains(@Nullable Object element) {
    return distinct().contains(element);
  }

  @Override
  public Iterator<E> iterator() {
    return distinct().iterator();
  }

  /** That of the set would not be ordered. */
  @Override
  public Spliterator<E> spliterator() {
    return distinct().spliterator();
  }
}
