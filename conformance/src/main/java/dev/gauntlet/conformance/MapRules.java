package dev.gauntlet.conformance;

/** Placeholder. */
public interface MapRules extends ConformanceRules {}
