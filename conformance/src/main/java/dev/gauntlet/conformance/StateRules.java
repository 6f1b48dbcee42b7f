package dev.gauntlet.conformance;

/** Placeholder. */
public interface StateRules extends ConformanceRules {}
