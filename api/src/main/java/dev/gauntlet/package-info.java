/**
 * Executors and futures with the semantics of Python's {@code concurrent.futures} that are at the
 * same time drop-in {@link java.util.concurrent.ExecutorService}s and {@link
 * java.util.concurrent.Future}s.
 *
 * <p>Rule ids in this documentation (S1, C17, ...) are those of {@code SPEC.md}, the normative
 * text.
 */
@NullMarked
package dev.gauntlet;

import org.jspecify.annotations.NullMarked;
