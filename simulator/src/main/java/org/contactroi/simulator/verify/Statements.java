package org.contactroi.simulator.verify;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The statements that should be published. When a day is settled depends on what the pipeline has
 * seen of time, so which days are is taken from it; what is booked on them is not.
 */
final class Statements {

  /** How far and how often it was stated, and what is for reading only. */
  private static final List<String> CIRCUMSTANCES =
      List.of("tzdb_version", "status", "watermark", "revision");

  private static final String PROVISIONAL = "provisional";

  private final Documents truth;
  private final Documents published;
  private final Map<String, TreeMap<LocalDate, ObjectNode>> settled = new HashMap<>();
  private final Map<String, LocalDate> last = new HashMap<>();

  /** One side by key and last day, the other by key. */
  Statements(Documents truth, Documents published) {
    this.truth = truth;
    this.published = published;
    published.keys().forEach(key -> note(key, published.find(key)));
  }

  private void note(String key, ObjectNode statement) {
    LocalDate to = date(statement, "to");
    last.merge(tenant(key), to, (one, other) -> one.isAfter(other) ? one : other);
    ObjectNode day = truth.get(key + " " + to);
    if (isDay(statement) && statement.path("status").asText().equals("SETTLED") && day != null) {
      settled.computeIfAbsent(tenant(key), unseen -> new TreeMap<>()).put(to, track(day));
    }
  }

  /** Returns what should be published: as of the last day that is, of each tenant. */
  Documents expected() {
    Documents expected = new Documents();
    for (String keyAndDay : truth.keys()) {
      String key = keyAndDay.substring(0, keyAndDay.lastIndexOf(' '));
      ObjectNode statement = truth.find(keyAndDay);
      LocalDate end = last.getOrDefault(tenant(key), LocalDate.MAX);
      if (isWanted(key, statement, end)) {
        expected.put(key, withSettled(key, statement));
      }
    }
    return expected;
  }

  /** Running horizons are published once, with the last day they have come to. */
  private boolean isWanted(String key, ObjectNode statement, LocalDate end) {
    LocalDate to = date(statement, "to");
    String horizon = statement.path("horizon").asText();
    if (to.isAfter(end)) {
      return false;
    }
    return switch (horizon) {
      case "DAY", "TRAILING_30_DAYS" -> true;
      default -> to.equals(end) || !truth.keys().contains(key + " " + to.plusDays(1));
    };
  }

  private ObjectNode withSettled(String key, ObjectNode expected) {
    LocalDate from = date(expected, "from");
    LocalDate to = date(expected, "to");
    List<ObjectNode> days =
        List.copyOf(
            settled
                .getOrDefault(tenant(key), new TreeMap<>())
                .subMap(from, true, to, true)
                .values());
    ObjectNode sum = TrackSum.of(days);
    if (!sum.isEmpty()) {
      expected.set("settled", sum);
    }
    ObjectNode fraction = JsonNodeFactory.instance.objectNode();
    if (!days.isEmpty()) {
      fraction.put("numerator", (long) days.size());
    }
    fraction.put("denominator", to.toEpochDay() - from.toEpochDay() + 1);
    expected.set("settled_fraction", fraction);
    return expected;
  }

  /** Returns what is published, without what depends on when it was. */
  Documents compared() {
    Documents compared = new Documents();
    for (String key : published.keys()) {
      ObjectNode rest = published.find(key);
      rest.remove(CIRCUMSTANCES);
      if (rest.get("payback") instanceof ObjectNode payback) {
        payback.remove("net_present_value_micros");
      }
      compared.put(key, rest);
    }
    return compared;
  }

  private static ObjectNode track(ObjectNode statement) {
    return statement.get(PROVISIONAL) instanceof ObjectNode track
        ? track
        : JsonNodeFactory.instance.objectNode();
  }

  private static boolean isDay(ObjectNode statement) {
    return statement.path("horizon").asText().equals("DAY");
  }

  private static LocalDate date(ObjectNode statement, String field) {
    return LocalDate.parse(statement.path(field).asText());
  }

  private static String tenant(String key) {
    return key.substring(0, key.indexOf('/'));
  }
}
