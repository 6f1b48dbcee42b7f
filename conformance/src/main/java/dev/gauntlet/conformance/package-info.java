/**
 * The rules of {@code SPEC.md} as tests. A project implements {@link
 * dev.gauntlet.conformance.TaskExecutorConformance} in a test class that names its provider, and
 * every rule appears as a test with its id.
 */
@NullMarked
package dev.gauntlet.conformance;

import org.jspecify.annotations.NullMarked;
