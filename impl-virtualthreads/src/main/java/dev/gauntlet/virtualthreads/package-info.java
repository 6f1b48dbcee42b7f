/** Executors over virtual threads, unbounded and bounded. */
@NullMarked
package dev.gauntlet.virtualthreads;

import org.jspecify.annotations.NullMarked;
