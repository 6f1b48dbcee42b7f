package dev.gauntlet.conformance;

/** Placeholder. */
public interface InitializerRules extends ConformanceRules {}
