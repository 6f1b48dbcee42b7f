/** What a result depends on beside the subject: machine, JDK, sources, and what else ran. */
@NullMarked
package dev.gauntlet.benchmarks.environment;

import org.jspecify.annotations.NullMarked;
