package dev.gauntlet.reports.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/**
 * A fork that gave no result.
 *
 * @param round round it belongs to, from 0
 * @param scenario simple name of the benchmark class
 * @param subject name of the subject
 * @param params parameters other than the subject
 * @param threads JMH threads
 * @param message what went wrong, one line
 */
public record ForkFailure(
    @JsonProperty(required = true) int round,
    String scenario,
    String subject,
    Map<String, String> params,
    @JsonProperty(required = true) int threads,
    String message)
    implements RunLine {
  public ForkFailure {
    Fields.required(scenario, "scenario");
    Fields.required(subject, "subject");
    params = Fields.map(params);
    message = Fields.text(message);
  }
}
