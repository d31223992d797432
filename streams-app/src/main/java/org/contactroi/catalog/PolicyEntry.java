package org.contactroi.catalog;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.contactroi.interaction.SilenceGaps;
import org.contactroi.interaction.event.Attribution;
import org.contactroi.interaction.event.Channel;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.Refusal;
import org.contactroi.kpi.SliceBy;
import org.contactroi.notation.ChoiceText;
import org.contactroi.notation.DecimalText;
import org.contactroi.notation.DurationText;
import org.contactroi.reference.ReferenceRecord;
import org.contactroi.roi.ledger.MoneyPolicy;
import org.jspecify.annotations.Nullable;

/**
 * A version of a tenant's policy.
 *
 * @param money what its amounts depend on; null for a tenant without any
 */
public record PolicyEntry(String tenant, KpiPolicy policy, @Nullable MoneyPolicy money)
    implements VersionEntry {

  /** Name of the group of fields about money. */
  public static final String MONEY = "money";

  /** Whether declared benefits are part of the return. */
  public static final String INCLUDED = "included";

  public static final String EXCLUDED = "excluded";

  /** What a sale is attributed to, if it is known. */
  public static final List<Attribution> ATTRIBUTIONS =
      List.of(Attribution.AI, Attribution.ASSISTED, Attribution.AGENT);

  /** Value of the calendar where there is none. */
  public static final String NO_CALENDAR = "none";

  /** One without money. */
  public PolicyEntry(String tenant, KpiPolicy policy) {
    this(tenant, policy, null);
  }

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
    Map<String, String> fields = fields(policy);
    if (money != null) {
      fields.putAll(fields(money));
    }
    return fields;
  }

  @Override
  public Map<String, String> fieldsBefore(Policies others) {
    return fields(others.at(tenant, validFrom()));
  }

  @Override
  public ReferenceRecord toAvro() {
    return new ReferenceRecord(tenant, PolicyRecords.toAvro(policy, money));
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

  /** Every field about money with its value, in the spelling and order of files. */
  public static Map<String, String> fields(MoneyPolicy money) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("money.currency", money.currency());
    fields.put("money.go-live", money.goLive().toString());
    fields.put("money.realisation-bp", String.valueOf(money.realisationBp()));
    for (Attribution attribution : ATTRIBUTIONS) {
      fields.put(
          "money.incrementality-bp." + ChoiceText.of(attribution),
          String.valueOf(money.incrementality(attribution)));
    }
    Long margin = money.customerMarginMicros();
    if (margin != null) {
      fields.put("money.customer-margin", DecimalText.of(margin, LedgerLine.DECIMALS));
    }
    fields.put("money.annual-rate-bp", String.valueOf(money.annualRateBp()));
    fields.put("money.declared-benefits", money.declaredIncluded() ? INCLUDED : EXCLUDED);
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
