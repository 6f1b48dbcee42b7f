package dev.gauntlet.conformance;

/** Placeholder. */
public interface InterruptRules extends ConformanceRules {}
