package org.contactroi.catalog;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.contactroi.episode.Match;
import org.contactroi.kpi.Dimension;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.SliceBy;
import org.contactroi.kpi.Versions;
import org.contactroi.notation.ChoiceText;
import org.contactroi.reference.KpiPolicyRecord;
import org.contactroi.roi.ledger.MoneyPolicy;
import org.contactroi.yaml.Form;
import org.contactroi.yaml.Section;
import org.contactroi.yaml.Value;

/** The fields of a version of a policy; one that is left out has the product's default. */
final class PolicyFields {

  static final FieldTable<PolicyEntry> TABLE = new FieldTable<>(KpiPolicyRecord::new);

  private static final KpiPolicy USUAL = KpiPolicy.DEFAULT;
  private static final List<Match> MATCHES = List.of(Match.values());
  private static final FieldType<Match> MATCH = FieldType.choice(Match.class, ChoiceText::of);

  private static final Field<PolicyEntry, Long> VALID_FROM =
      field("valid-from", FieldType.BEGIN, KpiPolicy::validFrom);
  private static final Field<PolicyEntry, String> VERSION =
      field("version", FieldType.NAME, KpiPolicy::version);
  private static final Field<PolicyEntry, ZoneId> ZONE = field("zone", zone(), KpiPolicy::zone);
  private static final Field<PolicyEntry, Duration> REPEAT_WINDOW =
      field("repeat-window", FieldType.POSITIVE, KpiPolicy::repeatWindow);
  private static final Field<PolicyEntry, Match> BOT_MATCH =
      field("bot-match", MATCH, KpiPolicy::botMatch);
  private static final Field<PolicyEntry, Match> FCR_MATCH =
      field("fcr-match", MATCH, KpiPolicy::fcrMatch);
  private static final Field<PolicyEntry, Duration> ANSWER_THRESHOLD =
      field("answer-threshold", FieldType.DURATION, KpiPolicy::answerThreshold);
  private static final Field<PolicyEntry, Duration> SHORT_ABANDON =
      field("short-abandon", FieldType.DURATION, KpiPolicy::shortAbandon);
  private static final Field<PolicyEntry, Duration> LATENESS =
      field("lateness", FieldType.POSITIVE, KpiPolicy::lateness);
  private static final Field<PolicyEntry, Duration> SETTLE_AFTER =
      field("settle-after", FieldType.DURATION, KpiPolicy::settleAfter);
  private static final Field<PolicyEntry, Duration> MINUTE_RETENTION =
      field("minute-retention", FieldType.POSITIVE, KpiPolicy::minuteRetention);
  private static final Field<PolicyEntry, Duration> HOUR_RETENTION =
      field("hour-retention", FieldType.POSITIVE, KpiPolicy::hourRetention);

  private static final Form<SliceBy> SLICE =
      Form.text(
          "all, channel, queue, issue, bot, attribute:NAME (1 to 64 of A-Z a-z 0-9 _ . -), or"
              + " several of them joined by +",
          PolicyFields::slice);
  private static final Field<PolicyEntry, List<SliceBy>> SLICES =
      field("slices", slices(), KpiPolicy::slices);

  private static final Field<PolicyEntry, String> CALENDAR =
      TABLE.field("calendar", "calendar_id", calendar(), PolicyFields::calendar);
  private static final FieldTable.Group<PolicyEntry> GAPS = TABLE.group("gaps", GapFields.TABLE);
  static final FieldTable.Nested<PolicyEntry, MoneyPolicy> MONEY =
      TABLE.nested(PolicyEntry.MONEY, MoneyFields.TABLE, PolicyEntry::money);

  private PolicyFields() {}

  static PolicyEntry read(String tenant, Given in) {
    return new PolicyEntry(
        tenant, policy(in), in.nested(MONEY).map(MoneyFields::read).orElse(null));
  }

  private static KpiPolicy policy(Given in) {
    long validFrom = in.require(VALID_FROM);
    return new KpiPolicy(
        in.find(VERSION).orElseGet(() -> Versions.text(validFrom)),
        validFrom,
        in.get(ZONE, USUAL.zone()),
        in.get(REPEAT_WINDOW, USUAL.repeatWindow()),
        match(in, BOT_MATCH).orElse(USUAL.botMatch()),
        match(in, FCR_MATCH).orElse(USUAL.fcrMatch()),
        in.get(ANSWER_THRESHOLD, USUAL.answerThreshold()),
        in.get(SHORT_ABANDON, USUAL.shortAbandon()),
        in.get(LATENESS, USUAL.lateness()),
        GapFields.read(in.group(GAPS)),
        in.get(SETTLE_AFTER, USUAL.settleAfter()),
        in.get(MINUTE_RETENTION, USUAL.minuteRetention()),
        in.get(HOUR_RETENTION, USUAL.hourRetention()),
        in.either(PolicyFields::slices, record -> in.require(SLICES)),
        in.find(CALENDAR).filter(id -> !id.equals(PolicyEntry.NO_CALENDAR)).orElse(null));
  }

  private static <T> Field<PolicyEntry, T> field(
      String name, FieldType<T> type, Function<KpiPolicy, T> get) {
    return TABLE.field(name, type, entry -> get.apply(entry.policy()));
  }

  private static Optional<Match> match(Given in, Field<PolicyEntry, Match> field) {
    return in.find(field, Form.choice(MATCHES).saying(ChoiceText.of(MATCHES)));
  }

  private static FieldType<ZoneId> zone() {
    return new FieldType<>(
        Form.text("a time zone such as Europe/Berlin", ZoneId::of),
        USUAL.zone(),
        zone -> zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone.getId(),
        ZoneId::getId,
        id -> ZoneId.of((String) id),
        "");
  }

  private static String calendar(PolicyEntry entry) {
    String calendar = entry.policy().calendar();
    return calendar == null ? PolicyEntry.NO_CALENDAR : calendar;
  }

  private static FieldType<String> calendar() {
    return new FieldType<>(
        FieldType.NAME.form().saying("the id of a calendar, or " + PolicyEntry.NO_CALENDAR),
        PolicyEntry.NO_CALENDAR,
        id -> id,
        id -> id.equals(PolicyEntry.NO_CALENDAR) ? null : id,
        id -> (String) id,
        "");
  }

  private static FieldType<List<SliceBy>> slices() {
    return new FieldType<>(
        SLICE.list(),
        USUAL.slices(),
        slices -> slices.stream().map(SliceBy::id).collect(Collectors.joining(", ")),
        slices -> slices.stream().map(SliceBy::id).toList(),
        ids -> ((List<?>) ids).stream().map(id -> SliceBy.of((String) id)).toList(),
        "");
  }

  private static List<SliceBy> slices(Section section) {
    String name = SLICES.name();
    List<SliceBy> slices = new ArrayList<>();
    for (Value value : section.each(name)) {
      SliceBy slice = value.read(SLICE).orElse(null);
      if (slice != null && slices.contains(slice)) {
        section.note(
            name, value.place(), "slices has '%s' twice; allowed: each once".formatted(slice));
      } else if (slice != null) {
        slices.add(slice);
      }
    }
    if (section.has(name) && slices.isEmpty() && !section.isBroken(name)) {
      section.refuse(name, "is empty; allowed: at least one slice, such as all");
    }
    return slices.isEmpty() ? USUAL.slices() : slices;
  }

  private static SliceBy slice(String text) {
    SliceBy slice = SliceBy.of(text);
    if (slice.dimensions().contains(Dimension.Fixed.TEAM)) {
      throw new IllegalArgumentException("occupancy alone has teams, and always");
    }
    return slice;
  }
}
