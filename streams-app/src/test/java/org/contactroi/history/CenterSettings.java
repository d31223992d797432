package org.contactroi.history;

import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.contactroi.app.config.AppConfig;
import org.contactroi.catalog.CalendarEntry;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.catalog.PolicyEntry;
import org.contactroi.events.Channel;
import org.contactroi.kpi.BusinessCalendar;
import org.contactroi.kpi.BusinessCalendar.Hours;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.oracle.OracleOpeningHours;
import org.contactroi.oracle.OraclePolicy;
import org.contactroi.simulator.scenario.Policy;

/**
 * The policies of a center as the product gets them: the first version by its configuration, later
 * ones by reference records.
 *
 * @param terms by field, the same in all versions
 */
record CenterSettings(Center center, Map<String, String> terms) {

  /** The configuration. */
  Map<String, String> keys() {
    return keys(center.policies().get(0));
  }

  private Map<String, String> keys(OraclePolicy policy) {
    Map<String, String> keys = new TreeMap<>();
    String prefix = "policy." + center.tenant() + ".";
    fields(policy).forEach((field, text) -> keys.put(prefix + field, text));
    terms.forEach((field, term) -> keys.put(prefix + field, term));
    return keys;
  }

  /** Later versions, and the calendar of each before it. */
  List<CatalogEntry> entries() {
    List<CatalogEntry> entries = new ArrayList<>();
    for (OraclePolicy policy : center.policies().subList(1, center.policies().size())) {
      for (OracleOpeningHours hours : policy.openingHours()) {
        entries.add(new CalendarEntry(center.tenant(), calendar(policy, hours)));
      }
      entries.add(new PolicyEntry(center.tenant(), version(policy)));
    }
    return entries;
  }

  private KpiPolicy version(OraclePolicy policy) {
    KpiPolicy read = AppConfig.of(keys(policy)).policies().at(center.tenant(), 0);
    return new KpiPolicy(
        read.version(),
        policy.validFrom().toEpochMilli(),
        read.zone(),
        read.repeatWindow(),
        read.botMatch(),
        read.fcrMatch(),
        read.answerThreshold(),
        read.shortAbandon(),
        read.lateness(),
        read.gaps(),
        read.settleAfter(),
        read.minuteRetention(),
        read.hourRetention(),
        read.slices(),
        policy.openingHours().isEmpty() ? null : calendarId(policy));
  }

  private static BusinessCalendar calendar(OraclePolicy policy, OracleOpeningHours hours) {
    return new BusinessCalendar(
        calendarId(policy),
        hours.validFrom().toEpochMilli(),
        hours(hours.weekly()),
        hours(hours.exceptions()));
  }

  private static <D> Map<D, List<Hours>> hours(Map<D, List<OracleOpeningHours.Times>> days) {
    return days.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                day -> day.getValue().stream().map(CenterSettings::hours).toList()));
  }

  private static Hours hours(OracleOpeningHours.Times times) {
    int until = minute(times.until());
    return new Hours(minute(times.from()), until == 0 ? BusinessCalendar.END_OF_DAY : until);
  }

  private static String calendarId(OraclePolicy policy) {
    return "hours of " + policy.version();
  }

  private static int minute(LocalTime time) {
    return time.get(ChronoField.MINUTE_OF_DAY);
  }

  private static Map<String, String> fields(OraclePolicy policy) {
    Map<String, String> fields = new TreeMap<>();
    fields.put("version", policy.version());
    fields.put("zone", policy.zone().getId());
    fields.put("repeat-window", text(policy.episodes().repeatWindow()));
    fields.put("bot-match", id(policy.episodes().bot()));
    fields.put("fcr-match", id(policy.episodes().fcr()));
    fields.put("answer-threshold", text(policy.waiting().answerThreshold()));
    fields.put("short-abandon", text(policy.waiting().shortAbandon()));
    fields.put("gap.default", policy.gaps().otherwise().toString());
    fields.put("gap.longest", policy.gaps().longest().toString());
    for (Channel channel : Channel.values()) {
      Duration gap = policy.gaps().byChannel().getOrDefault(channel, policy.gaps().otherwise());
      fields.put("gap." + id(channel), gap.toString());
    }
    fields.put(
        "slices", policy.slices().stream().map(Policy.Slice::id).collect(Collectors.joining(",")));
    return fields;
  }

  private static String text(long millis) {
    return Duration.ofMillis(millis).toString();
  }

  private static String id(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
