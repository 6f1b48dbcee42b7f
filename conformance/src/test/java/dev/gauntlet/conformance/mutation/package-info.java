/** What PIT's mutants come to: each one that survives is explained, or the check fails. */
package dev.gauntlet.conformance.mutation;
