/** Implementations with one defect each, by which the kit shows what it catches. */
package dev.gauntlet.conformance.broken;
