/** What an implementation of {@link dev.gauntlet.TaskExecutor} provides, and what it may use. */
@NullMarked
package dev.gauntlet.spi;

import org.jspecify.annotations.NullMarked;
