package org.contactroi.app.topics;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.contactroi.notation.ChoiceText;
import org.contactroi.report.PageText;
import org.jspecify.annotations.Nullable;

/**
 * What was published and is in no figure of a tenant yet. It says so wherever figures are taken.
 *
 * @param events of all tenants that are left, by topic
 * @param between records that are left between the stages of the pipeline
 * @param whyUnknown why it cannot be told what is left; null if it can
 * @param span how far the tenant's figures and its events have come
 */
public record Backlog(
    SortedMap<String, Long> events, long between, @Nullable String whyUnknown, Span span) {

  /** Nothing is left. */
  public static final Backlog NONE = new Backlog(new TreeMap<>(), 0, null, new Span(null, null));

  /** What can be said of the completeness of figures. */
  public enum State {
    COMPLETE,
    BEHIND,
    UNKNOWN
  }

  /**
   * How far a tenant has come.
   *
   * @param watermark event time its figures have reached; null before the first
   * @param newest event time of its newest event that is left; null if none is
   */
  public record Span(@Nullable Instant watermark, @Nullable Instant newest) {}

  public Backlog {
    events = Collections.unmodifiableSortedMap(new TreeMap<>(events));
  }

  /** Whether figures have all, lack something, or nobody knows. */
  public State state() {
    if (whyUnknown != null) {
      return State.UNKNOWN;
    }
    return events.isEmpty() && between == 0 ? State.COMPLETE : State.BEHIND;
  }

  /**
   * The first line of what is printed; none if figures have all.
   *
   * @param zone of the tenant
   */
  public List<String> lines(ZoneId zone) {
    return switch (state()) {
      case COMPLETE -> List.of();
      case BEHIND -> List.of("BEHIND: " + left() + span(zone));
      case UNKNOWN ->
          List.of("UNKNOWN whether all events are in these figures: " + whyUnknown + span(zone));
    };
  }

  /** A document with the same as its first field, whatever the state. */
  public ObjectNode first(ObjectNode document) {
    ObjectNode with = JsonNodeFactory.instance.objectNode();
    with.set("backlog", json());
    with.setAll(document);
    return with;
  }

  private ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("state", ChoiceText.of(state()));
    ObjectNode byTopic = json.putObject("events_left");
    events.forEach(byTopic::put);
    json.put("records_between_stages", between);
    json.put("watermark", text(span.watermark())).put("newest_event_left", text(span.newest()));
    return json.put("unknown_because", whyUnknown);
  }

  private String left() {
    List<String> parts = new ArrayList<>();
    if (!events.isEmpty()) {
      long sum = events.values().stream().mapToLong(Long::longValue).sum();
      parts.add(
          "%s not in these figures yet (%s)"
              .formatted(
                  number(sum, "event is", "events are"),
                  events.entrySet().stream()
                      .map(entry -> entry.getKey() + " " + PageText.count(entry.getValue()))
                      .collect(Collectors.joining(", "))));
    }
    if (between > 0) {
      parts.add(
          "%s under way between the stages of the pipeline"
              .formatted(number(between, "record is", "records are")));
    }
    return String.join("; ", parts);
  }

  private String span(ZoneId zone) {
    Instant reached = span.watermark();
    Instant newest = span.newest();
    return (reached == null
            ? "; the figures have come to no event"
            : "; the figures have come to " + PageText.instant(reached, zone))
        + (newest == null ? "" : ", the newest event left is of " + PageText.instant(newest, zone));
  }

  private static String number(long count, String one, String many) {
    return PageText.count(count) + " " + (count == 1 ? one : many);
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
