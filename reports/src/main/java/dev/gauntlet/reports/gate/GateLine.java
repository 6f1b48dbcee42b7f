package dev.gauntlet.reports.gate;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One line of a gate log; the property {@code kind} says which. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = GateHeader.class, name = "gate"),
  @JsonSubTypes.Type(value = GateFork.class, name = "fork"),
  @JsonSubTypes.Type(value = GateFailure.class, name = "failure"),
  @JsonSubTypes.Type(value = GateEnd.class, name = "end")
})
public sealed interface GateLine permits GateHeader, GateFork, GateFailure, GateEnd {}
