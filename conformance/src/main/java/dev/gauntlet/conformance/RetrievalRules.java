package dev.gauntlet.conformance;

/** Placeholder. */
public interface RetrievalRules extends ConformanceRules {}
