package org.contactroi.kpi;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.contactroi.episode.EpisodeRules;
import org.contactroi.episode.Match;
import org.contactroi.interaction.OpeningHours;
import org.contactroi.interaction.Rules;
import org.contactroi.interaction.SilenceGaps;
import org.jspecify.annotations.Nullable;

/**
 * A version of the choices that figures depend on.
 *
 * @param version stands on every record
 * @param validFrom UTC ms; {@link Versions#BEGINNING} for the policy of the configuration
 * @param zone of hours and days; fixed for a tenant's life
 * @param repeatWindow W: a contact within it belongs to the episode before
 * @param botMatch what episodes of the bot ladder have in common
 * @param fcrMatch what episodes of first-contact resolution have in common
 * @param answerThreshold T: answered within it counts for the service level
 * @param shortAbandon S: an abandon after at most this wait is short
 * @param lateness R: events earlier than what was reached minus R are too late
 * @param gaps silences that end an interaction
 * @param settleAfter allowed lateness: how far time passes a window before it can be settled
 * @param minuteRetention minute windows older than this expire
 * @param hourRetention hour windows older than this expire; days never do
 * @param slices what figures but those of occupancy are sliced by; none names a team
 * @param calendar id of the calendar with the business hours; always open without one
 */
public record KpiPolicy(
    String version,
    long validFrom,
    ZoneId zone,
    Duration repeatWindow,
    Match botMatch,
    Match fcrMatch,
    Duration answerThreshold,
    Duration shortAbandon,
    Duration lateness,
    SilenceGaps gaps,
    Duration settleAfter,
    Duration minuteRetention,
    Duration hourRetention,
    List<SliceBy> slices,
    @Nullable String calendar)
    implements Versions.Version {

  public static final KpiPolicy DEFAULT =
      new KpiPolicy(
          "default",
          Versions.BEGINNING,
          ZoneOffset.UTC,
          Duration.ofDays(7),
          Match.CUSTOMER,
          Match.ISSUE,
          Duration.ofSeconds(20),
          Duration.ofSeconds(5),
          Duration.ofDays(21),
          SilenceGaps.DEFAULT,
          Duration.ofDays(1),
          Duration.ofHours(2),
          Duration.ofDays(60),
          List.of(
              SliceBy.ALL,
              SliceBy.of("channel"),
              SliceBy.of("queue"),
              SliceBy.of("issue"),
              SliceBy.of("bot"),
              SliceBy.of("channel+queue")),
          null);

  public KpiPolicy {
    slices = List.copyOf(slices);
    requirePositive("repeat-window", repeatWindow);
    requirePositive("lateness", lateness);
    requirePositive("minute-retention", minuteRetention);
    requirePositive("hour-retention", hourRetention);
    requireNotNegative("answer-threshold", answerThreshold);
    requireNotNegative("short-abandon", shortAbandon);
    requireNotNegative("settle-after", settleAfter);
    requireUsable(slices);
  }

  /** What a family is sliced by. */
  public List<SliceBy> slices(Family family) {
    return family.slices(slices);
  }

  /** The same choices in another zone. */
  public KpiPolicy in(ZoneId other) {
    return new KpiPolicy(
        version,
        validFrom,
        other,
        repeatWindow,
        botMatch,
        fcrMatch,
        answerThreshold,
        shortAbandon,
        lateness,
        gaps,
        settleAfter,
        minuteRetention,
        hourRetention,
        slices,
        calendar);
  }

  /** What the facts of interactions depend on. */
  public Rules interactionRules(OpeningHours openingHours) {
    return new Rules(version, gaps, answerThreshold, shortAbandon, openingHours);
  }

  /** What episodes depend on. */
  public EpisodeRules episodeRules() {
    return new EpisodeRules(version, repeatWindow, botMatch, fcrMatch);
  }

  /** Dimensions without the attributes that nothing is sliced by. */
  public Dimensions narrowed(Dimensions dimensions) {
    return dimensions.attributes().isEmpty()
        ? dimensions
        : dimensions.retaining(this::slicesByAttribute);
  }

  private boolean slicesByAttribute(String name) {
    for (SliceBy slice : slices) {
      for (Dimension by : slice.dimensions()) {
        if (by instanceof Dimension.Attribute attribute && attribute.name().equals(name)) {
          return true;
        }
      }
    }
    return false;
  }

  /** R + G: as long after its last event something can still change an interaction. */
  public Duration interactionKept() {
    return lateness.plus(gaps.longest());
  }

  /** R + G + W: as long after their last event something can still change episodes. */
  public Duration customerKept() {
    return interactionKept().plus(repeatWindow);
  }

  /**
   * What contributions and windows depend on, as text: state computed under other rules cannot be
   * gone on with. Lateness, settling and retentions may change.
   */
  public String rules() {
    return "version=%s valid-from=%s zone=%s repeat-window=%s bot-match=%s fcr-match=%s answer-threshold=%s short-abandon=%s gaps=%s slices=%s calendar=%s"
        .formatted(
            version,
            validFromText(),
            zone,
            repeatWindow,
            botMatch,
            fcrMatch,
            answerThreshold,
            shortAbandon,
            gaps,
            slices,
            calendar);
  }

  /** The zone as files write it: UTC has several names. */
  public String zoneText() {
    return zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
  }

  /** The instant it is valid from, ISO 8601 in UTC, or {@code beginning}. */
  public String validFromText() {
    return Versions.text(validFrom);
  }

  private static void requireUsable(List<SliceBy> slices) {
    if (slices.isEmpty()) {
      throw new IllegalArgumentException("slices must name at least one slice, such as all");
    }
    Set<SliceBy> seen = new HashSet<>();
    for (SliceBy slice : slices) {
      if (slice.dimensions().contains(Dimension.Fixed.TEAM)) {
        throw new IllegalArgumentException(
            "slice '%s' names team, which occupancy alone has, and always".formatted(slice));
      }
      if (!seen.add(slice)) {
        throw new IllegalArgumentException("slice '%s' stands twice in slices".formatted(slice));
      }
    }
  }

  private static void requirePositive(String name, Duration duration) {
    requireNotNegative(name, duration);
    if (duration.isZero()) {
      throw new IllegalArgumentException(name + " must be longer than 0");
    }
  }

  private static void requireNotNegative(String name, Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException(name + " must not be negative, is " + duration);
    }
  }
}
