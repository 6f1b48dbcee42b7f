package dev.gauntlet.conformance;

/** Placeholder. */
public interface AsCompletedRules extends ConformanceRules {}
