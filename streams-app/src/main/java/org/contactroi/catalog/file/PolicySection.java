package org.contactroi.catalog.file;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.catalog.PolicyEntry;
import org.contactroi.episode.Match;
import org.contactroi.kpi.Dimension;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.SliceBy;
import org.contactroi.kpi.Versions;
import org.jspecify.annotations.Nullable;

/** Reads versions of policies; a field that is left out has the product's default. */
final class PolicySection {

  private static final KpiPolicy DEFAULT = KpiPolicy.DEFAULT;
  private static final String SLICES = "slices";
  private static final String GAPS = "gaps";

  private static final String ALLOWED_SLICES =
      "all, channel, queue, issue, bot, attribute:NAME (1 to 64 of A-Z a-z 0-9 _ . -), or several"
          + " of them joined by +";

  private static final List<String> KNOWN =
      List.of(
          Names.TENANT,
          Names.VALID_FROM,
          "version",
          "zone",
          "repeat-window",
          "bot-match",
          "fcr-match",
          "answer-threshold",
          "short-abandon",
          "lateness",
          "settle-after",
          "minute-retention",
          "hour-retention",
          SLICES,
          "calendar",
          GAPS,
          PolicyEntry.MONEY);

  private final Fields fields;
  private final Durations durations;

  private PolicySection(Fields fields) {
    this.fields = fields;
    this.durations = new Durations(fields);
  }

  static CatalogEntry read(Fields fields) {
    fields.requireKnown(KNOWN);
    return new PolicyEntry(
        Names.tenant(fields), new PolicySection(fields).policy(), MoneySection.read(fields));
  }

  private KpiPolicy policy() {
    long validFrom = Names.validFrom(fields);
    return new KpiPolicy(
        fields.value("version", Names.ALLOWED_NAME, Names::name, () -> Versions.text(validFrom)),
        validFrom,
        zone(),
        durations.positive("repeat-window", DEFAULT.repeatWindow()),
        match("bot-match", DEFAULT.botMatch()),
        match("fcr-match", DEFAULT.fcrMatch()),
        durations.notNegative("answer-threshold", DEFAULT.answerThreshold()),
        durations.notNegative("short-abandon", DEFAULT.shortAbandon()),
        durations.positive("lateness", DEFAULT.lateness()),
        GapFields.read(fields, GAPS),
        durations.notNegative("settle-after", DEFAULT.settleAfter()),
        durations.positive("minute-retention", DEFAULT.minuteRetention()),
        durations.positive("hour-retention", DEFAULT.hourRetention()),
        slices(),
        calendar());
  }

  private ZoneId zone() {
    return fields.value("zone", "a time zone such as Europe/Berlin", ZoneId::of, DEFAULT::zone);
  }

  private Match match(String name, Match otherwise) {
    return fields.value(
        name,
        "customer, issue, queue",
        text -> Match.valueOf(text.toUpperCase(Locale.ROOT)),
        () -> otherwise);
  }

  private List<SliceBy> slices() {
    if (!fields.has(SLICES)) {
      return DEFAULT.slices();
    }
    List<SliceBy> slices = new ArrayList<>();
    for (Fields.Text text : fields.texts(SLICES, ALLOWED_SLICES)) {
      addSlice(text, slices);
    }
    if (slices.isEmpty() && !fields.isBroken(SLICES)) {
      fields.note(SLICES, "slices is empty; allowed: at least one slice, such as all");
    }
    return slices.isEmpty() ? DEFAULT.slices() : slices;
  }

  private void addSlice(Fields.Text text, List<SliceBy> slices) {
    fields
        .parse(SLICES, text, ALLOWED_SLICES, PolicySection::slice, Optional::<SliceBy>empty)
        .ifPresent(
            slice -> {
              if (slices.contains(slice)) {
                fields.note(
                    SLICES,
                    text.place(),
                    "slices has '%s' twice; allowed: each once".formatted(slice));
              } else {
                slices.add(slice);
              }
            });
  }

  private static Optional<SliceBy> slice(String text) {
    SliceBy slice = SliceBy.of(text);
    if (slice.dimensions().contains(Dimension.Fixed.TEAM)) {
      throw new IllegalArgumentException("occupancy alone has teams, and always");
    }
    return Optional.of(slice);
  }

  private @Nullable String calendar() {
    String calendar =
        fields.value(
            "calendar",
            "the id of a calendar, or " + PolicyEntry.NO_CALENDAR,
            Names::name,
            () -> PolicyEntry.NO_CALENDAR);
    return calendar.equals(PolicyEntry.NO_CALENDAR) ? null : calendar;
  }
}
