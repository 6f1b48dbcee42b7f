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

/** Violates M8 only: when the input throws, the tasks of the inputs before it run. */
@Violates("M8")
final class FailingInputLeavesTheTasks extends ReferenceProvider {
  @Override
  public TaskExecutor newExecutor(ReferencePool pool) {
    return new ReferenceExecutor(pool) {
      @Override
      public <A, R> MappedResults<R> map(
          Function<? super A, ? extends R> fn, Iterable<? extends A> inputs, MapOptions options) {
        List<A> read = new ArrayList<>();
        if (inputs == null || options.bufferSize() > 0) {
          return super.map(fn, inputs, options);
        }
        try {
          inputs.forEach(read::add);
        } catch (IllegalStateException ofTheInput) {
          super.map(fn, read, options);
          throw ofTheInput;
        }
        return super.map(fn, read, options);
      }
    };
  }
}
