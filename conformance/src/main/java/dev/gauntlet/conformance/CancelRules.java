package dev.gauntlet.conformance;

/** Placeholder. */
public interface CancelRules extends ConformanceRules {}
