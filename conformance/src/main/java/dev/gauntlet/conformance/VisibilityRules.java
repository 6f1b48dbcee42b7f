package dev.gauntlet.conformance;

/** Placeholder. */
public interface VisibilityRules extends ConformanceRules {}
