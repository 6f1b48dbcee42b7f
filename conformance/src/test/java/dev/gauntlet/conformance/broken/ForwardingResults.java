package dev.gauntlet.conformance.broken;

import dev.gauntlet.MappedResults;
import java.util.function.Supplier;

/** Results that come from elsewhere; a defect overrides what it spoils. */
class ForwardingResults<R> implements MappedResults<R> {
  private final Supplier<MappedResults<R>> source;
  private MappedResults<R> results;

  ForwardingResults(MappedResults<R> results) {
    this(() -> results);
  }

  /** The source is asked when it is needed first. */
  ForwardingResults(Supplier<MappedResults<R>> source) {
    this.source = source;
  }

  private MappedResults<R> results() {
    if (results == null) {
      results = source.get();
    }
    return results;
  }

  @Override
  public boolean hasNext() {
    return results().hasNext();
  }

  @Override
  public R next() {
    return results().next();
  }

  @Override
  public void close() {
    results().close();
  }
}
