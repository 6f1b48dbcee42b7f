/** Profilers that run inside a fork. */
@NullMarked
package dev.gauntlet.benchmarks.profile;

import org.jspecify.annotations.NullMarked;
