package dev.gauntlet.conformance.broken;

import dev.gauntlet.CompletionIterator;
import java.util.function.Supplier;

/** Completions that come from elsewhere; a defect overrides what it spoils. */
class ForwardingCompletions<F> implements CompletionIterator<F> {
  private final Supplier<CompletionIterator<F>> source;
  private CompletionIterator<F> completions;

  ForwardingCompletions(CompletionIterator<F> completions) {
    this(() -> completions);
  }

  /** The source is asked when it is needed first. */
  ForwardingCompletions(Supplier<CompletionIterator<F>> source) {
    this.source = source;
  }

  private CompletionIterator<F> completions() {
    if (completions == null) {
      completions = source.get();
    }
    return completions;
  }

  @Override
  public boolean hasNext() {
    return completions().hasNext();
  }

  @Override
  public F next() {
    return completions().next();
  }

  @Override
  public void close() {
    completions().close();
  }
}
