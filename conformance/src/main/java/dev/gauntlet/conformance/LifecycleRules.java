package dev.gauntlet.conformance;

/** Placeholder. */
public interface LifecycleRules extends ConformanceRules {}
