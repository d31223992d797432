package org.contactroi.catalog;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.contactroi.interaction.Channel;
import org.contactroi.interaction.SilenceGaps;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.Refusal;
import org.contactroi.kpi.SliceBy;
import org.contactroi.notation.DurationText;
import org.contactroi.reference.ReferenceRecord;

/** A version of a tenant's policy. */
public record PolicyEntry(String tenant, KpiPolicy policy) implements CatalogEntry {

  /** Value of the calendar where there is none. */
  public static final String NO_CALENDAR = "none";

  @Override
  public Kind kind() {
    return Kind.POLICY;
  }

  @Override
  public List<String> name() {
    return List.of();
  }

  @Override
  public long validFrom() {
    return policy.validFrom();
  }

  @Override
  public Map<String, String> fields() {
    return fields(policy);
  }

  @Override
  public Map<String, String> fieldsBefore(Policies others) {
    return fields(others.at(tenant, validFrom()));
  }

  @Override
  public ReferenceRecord toAvro() {
    return new ReferenceRecord(tenant, PolicyRecords.toAvro(policy));
  }

  @Override
  public List<Refusal> refusals(Policies others) {
    return others.refusals(tenant, policy);
  }

  @Override
  public Policies addedTo(Policies others) {
    return others.with(tenant, policy);
  }

  /** Every field of a policy with its value, in the spelling and order of files. */
  private static Map<String, String> fields(KpiPolicy policy) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("valid-from", policy.validFromText());
    fields.put("version", policy.version());
    fields.put("zone", policy.zoneText());
    fields.put("repeat-window", DurationText.of(policy.repeatWindow()));
    fields.put("bot-match", policy.botMatch().name().toLowerCase(Locale.ROOT));
    fields.put("fcr-match", policy.fcrMatch().name().toLowerCase(Locale.ROOT));
    fields.put("answer-threshold", DurationText.of(policy.answerThreshold()));
    fields.put("short-abandon", DurationText.of(policy.shortAbandon()));
    fields.put("lateness", DurationText.of(policy.lateness()));
    fields.put("settle-after", DurationText.of(policy.settleAfter()));
    fields.put("minute-retention", DurationText.of(policy.minuteRetention()));
    fields.put("hour-retention", DurationText.of(policy.hourRetention()));
    fields.put(
        "slices", policy.slices().stream().map(SliceBy::id).collect(Collectors.joining(", ")));
    fields.put("calendar", policy.calendar() == null ? NO_CALENDAR : policy.calendar());
    putGaps(policy.gaps(), fields);
    return fields;
  }

  private static void putGaps(SilenceGaps gaps, Map<String, String> fields) {
    fields.put("gaps.default", DurationText.of(gaps.otherwise()));
    fields.put("gaps.longest", DurationText.of(gaps.longest()));
    Arrays.stream(Channel.values())
        .filter(gaps.byChannel()::containsKey)
        .forEach(
            channel ->
                fields.put(
                    "gaps." + channel.name().toLowerCase(Locale.ROOT),
                    DurationText.of(gaps.byChannel().getOrDefault(channel, gaps.otherwise()))));
  }
}
