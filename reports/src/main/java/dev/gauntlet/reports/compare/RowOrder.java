package dev.gauntlet.reports.compare;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Iterator;

/** Rows of one scenario: by mode and parameters, numbers by size, then by method and threads. */
enum RowOrder implements Comparator<RowKey> {
  INSTANCE;

  @Override
  public int compare(RowKey a, RowKey b) {
    return Comparator.comparing(RowKey::mode)
        .thenComparing(RowOrder::compareParams)
        .thenComparing(RowKey::method)
        .thenComparingInt(RowKey::threads)
        .thenComparing(RowKey::unit)
        .compare(a, b);
  }

  private static int compareParams(RowKey a, RowKey b) {
    Iterator<String> left = a.params().values().iterator();
    Iterator<String> right = b.params().values().iterator();
    while (left.hasNext() && right.hasNext()) {
      int order = compareValues(left.next(), right.next());
      if (order != 0) {
        return order;
      }
    }
    return Boolean.compare(left.hasNext(), right.hasNext());
  }

  private static int compareValues(String a, String b) {
    try {
      return new BigDecimal(a).compareTo(new BigDecimal(b));
    } catch (NumberFormatException e) {
      return a.compareTo(b);
    }
  }
}
