package dev.gauntlet.conformance.broken;

import dev.gauntlet.MapOptions;
import dev.gauntlet.MappedResults;
import dev.gauntlet.TaskExecutor;
import dev.gauntlet.conformance.reference.ReferenceExecutor;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Violates M15 only: inputs that do not fill a chunk are dropped. */
@Violates("M15")
final class LastChunkIsLost extends ReferenceProvider {
  @Override
  public TaskExecutor newExecutor(ReferencePool pool) {
    return new ReferenceExecutor(pool) {
      @Override
      public <A, R> MappedResults<R> map(
          Function<? super A, ? extends R> fn, Iterable<? extends A> inputs, MapOptions options) {
        if (options.chunkSize() == 1) {
          return super.map(fn, inputs, options);
        }
        List<A> whole = new ArrayList<>();
        inputs.forEach(whole::add);
        int fitting = whole.size() - whole.size() % options.chunkSize();
        return super.map(fn, whole.subList(0, fitting), options);
      }
    };
  }
}
