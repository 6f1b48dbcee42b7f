package dev.gauntlet.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** How every scenario is measured when JMH runs it by itself; JMH inherits annotations. */
@Threads(1)
@Fork(
    value = Publishable.FORKS,
    jvmArgsAppend = {
      Publishable.HEAP_MIN,
      Publishable.HEAP_MAX,
      Publishable.COLLECTOR,
      Publishable.TOUCHED
    })
@Warmup(
    iterations = Publishable.WARMUP_ITERATIONS,
    time = Publishable.WARMUP_MILLIS,
    timeUnit = TimeUnit.MILLISECONDS)
@Measurement(
    iterations = Publishable.MEASUREMENT_ITERATIONS,
    time = Publishable.MEASUREMENT_MILLIS,
    timeUnit = TimeUnit.MILLISECONDS)
abstract class Measured {}
