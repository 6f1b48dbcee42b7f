package dev.gauntlet.reports.record;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One line of a run record; the property {@code kind} says which. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = RunHeader.class, name = "run"),
  @JsonSubTypes.Type(value = ForkResult.class, name = "fork"),
  @JsonSubTypes.Type(value = ForkFailure.class, name = "failure"),
  @JsonSubTypes.Type(value = RunEnd.class, name = "end")
})
public sealed interface RunLine permits RunHeader, ForkResult, ForkFailure, RunEnd {}
