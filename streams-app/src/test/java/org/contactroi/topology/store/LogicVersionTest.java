package org.contactroi.topology.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.app.config.AppConfig;
import org.contactroi.kpi.BusinessCalendar;
import org.contactroi.kpi.BusinessCalendar.Hours;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.Policies;
import org.contactroi.topology.Versioned;
import org.contactroi.topology.stage.InboxTest;
import org.junit.jupiter.api.Test;

/** State knows the rules of every version it was computed with. */
class LogicVersionTest {

  private static final long MARCH = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();
  private static final long APRIL = Instant.parse("2026-04-01T00:00:00Z").toEpochMilli();

  private final KeyValueStore<String, byte[]> store = InboxTest.bytesStore("rules");

  private LogicVersion opened() {
    return LogicVersion.open(store);
  }

  private static Policies configured(String... keysAndValues) {
    Map<String, String> keys = new HashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      keys.put("policy.acme." + keysAndValues[i], keysAndValues[i + 1]);
    }
    return AppConfig.of(keys).policies();
  }

  /** A version with the rules of the configuration {@code fields}. */
  private static KpiPolicy version(long validFrom, String... fields) {
    return Versioned.from(configured(fields).at("acme", 0), validFrom);
  }

  private static BusinessCalendar calendar(long validFrom, int from) {
    return new BusinessCalendar(
        "main", validFrom, Map.of(DayOfWeek.MONDAY, List.of(new Hours(from, 1_440))), Map.of());
  }

  @Test
  void aVersionIsNewOnceAndStaysKnown() {
    Policies policies =
        configured()
            .with("acme", version(MARCH, "version", "a"))
            .with("acme", version(APRIL, "version", "b"));

    assertThat(opened().introduce(policies)).isEqualTo(Map.of("acme", MARCH));
    assertThat(opened().introduce(policies)).isEmpty();
  }

  @Test
  void whatIsNewBeginsWithTheEarliestOfTheNewVersions() {
    Policies before = configured().with("acme", version(MARCH, "version", "a"));
    opened().introduce(before);

    Policies after =
        before.with("acme", version(APRIL, "version", "b")).with("acme", calendar(APRIL - 1, 480));

    assertThat(opened().introduce(after)).isEqualTo(Map.of("acme", APRIL - 1));
  }

  @Test
  void aVersionWithOtherRulesIsRefused() {
    opened().introduce(configured().with("acme", version(MARCH, "version", "a")));
    Policies other =
        configured().with("acme", version(MARCH, "version", "a", "answer-threshold", "9s"));

    assertThatThrownBy(() -> opened().introduce(other))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("tenant acme")
        .hasMessageContaining("answer-threshold=PT9S")
        .hasMessageContaining("answer-threshold=PT20S");
  }

  @Test
  void aCalendarWithOtherHoursIsRefused() {
    opened().introduce(configured().with("acme", calendar(MARCH, 480)));

    assertThatThrownBy(() -> opened().introduce(configured().with("acme", calendar(MARCH, 540))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("09:00-24:00");
  }

  @Test
  void theFirstVersionUnderAnotherNameIsRefused() {
    opened().check("acme", configured("version", "a"));

    assertThatThrownBy(() -> opened().check("acme", configured("version", "b")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("version=a")
        .hasMessageContaining("version=b");
  }
}
