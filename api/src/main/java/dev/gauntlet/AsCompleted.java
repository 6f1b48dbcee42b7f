package dev.gauntlet;

import dev.gauntlet.spi.Deadline;
import java.lang.ref.Cleaner;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The iterator of {@link TaskFutures#asCompleted}. */
final class AsCompleted<F extends TaskFuture<?>> implements CompletionIterator<F> {
  private static final Cleaner CLEANER = Cleaner.create();

  private final CompletionMailbox<F> mailbox;
  private final @Nullable Deadline deadline;
  private final int total;
  private final Cleaner.Cleanable registrations;

  private AsCompleted(CompletionMailbox<F> mailbox, int total, @Nullable Deadline deadline) {
    this.mailbox = mailbox;
    this.total = total;
    this.deadline = deadline;
    this.registrations = CLEANER.register(this, mailbox::close);
  }

  static <F extends TaskFuture<?>> CompletionIterator<F> over(
      Set<F> futures, @Nullable Deadline deadline) {
    return new AsCompleted<>(new CompletionMailbox<>(futures), futures.size(), deadline);
  }

  @Override
  public boolean hasNext() {
    return mailbox.size() > 0;
  }

  @Override
  public F next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    F done = take();
    if (done == null) {
      done = mailbox.takeDone();
    }
    if (done == null) {
      int unfinished = mailbox.unfinished();
      close();
      throw new FuturesTimeoutException(unfinished, total);
    }
    if (!hasNext()) {
      close();
    }
    return done;
  }

  private @Nullable F take() {
    try {
      return mailbox.take(deadline);
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      throw new FuturesInterruptedException(interrupt);
    }
  }

  @Override
  public void close() {
    registrations.clean();
  }
}
