package org.contactroi.kpi.family;

import static org.contactroi.kpi.Figure.Unit.MILLISECONDS;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.contactroi.interaction.HandledBy;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.Resource;
import org.contactroi.kpi.Breakdown;
import org.contactroi.kpi.Contributions;
import org.contactroi.kpi.Dimensions;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Figure;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.Metric;
import org.contactroi.kpi.Shape;
import org.contactroi.kpi.Totals;

/** What ended interactions used, before any price. */
public final class Cost extends Family {

  private static final Measure.Declared MEASURES = new Measure.Declared();

  public static final Measure HANDLED_BY_HUMAN = MEASURES.scalar("handled_by_human");
  public static final Measure BOT_ONLY = MEASURES.scalar("bot_only");
  public static final Measure HANDLED_BY_NONE = MEASURES.scalar("handled_by_none");
  public static final Measure HANDLED_LEGS = MEASURES.scalar("handled_legs");
  public static final Measure SESSIONS = MEASURES.scalar("sessions");

  /** Use of resources, in the unit of each. */
  public static final Measure USAGE =
      MEASURES.lines(
          "usage", Shape.lines(List.of("resource", "key", "channel"), UsageQuantity.values()));

  private static final Shown SHOWN =
      new Shown(
          List.of(
              Figure.ratio(
                  "effort_per_interaction",
                  MILLISECONDS,
                  "AGENT usage / (handled_by_human + bot_only + handled_by_none)",
                  totals ->
                      totals.ratio(effort(totals), HANDLED_BY_HUMAN, BOT_ONLY, HANDLED_BY_NONE))),
          List.of(
              Metric.of(
                      "contact_roi_effort_per_interaction_seconds",
                      "Effort of people per ended interaction")
                  .figure("effort_per_interaction"),
              used("cost", USAGE, "channel", Resource.Unit.MILLISECONDS),
              used("cost", USAGE, "channel", Resource.Unit.COUNT)));

  public static final Family FAMILY = new Cost();

  private Cost() {
    super(7, "cost", Clock.INTERACTION_END, MEASURES, SHOWN);
  }

  @Override
  public boolean isPriced() {
    return true;
  }

  @Override
  protected void add(Interaction interaction, Contributions to) {
    HandledBy handledBy = interaction.handledBy();
    to.add(
        interaction.end(),
        Dimensions.of(interaction),
        Totals.builder(this)
            .count(HANDLED_BY_HUMAN, handledBy == HandledBy.HUMAN)
            .count(BOT_ONLY, handledBy == HandledBy.BOT_ONLY)
            .count(HANDLED_BY_NONE, handledBy == HandledBy.NONE)
            .add(HANDLED_LEGS, interaction.handledLegs())
            .add(SESSIONS, interaction.usedSessions())
            .add(USAGE, usage(interaction)));
  }

  /** Models cost the same whoever used what they said. */
  @Override
  protected void addUnengaged(Interaction interaction, Contributions to) {
    to.add(
        interaction.end(),
        Dimensions.of(interaction),
        Totals.builder(this).add(USAGE, usage(interaction)));
  }

  /**
   * Use of resources of one unit by resource and channel; keys are too many to be labels.
   *
   * @param channel the part of a line's key that is shown as the channel
   */
  static Metric used(String family, Measure usage, String channel, Resource.Unit unit) {
    Set<String> resources =
        Arrays.stream(Resource.values())
            .filter(resource -> resource.unit() == unit)
            .map(Resource::name)
            .collect(Collectors.toUnmodifiableSet());
    int resource = usage.shape().keyParts().indexOf("resource");
    Metric metric =
        unit == Resource.Unit.MILLISECONDS
            ? Metric.ofSeconds(
                "contact_roi_usage_seconds",
                "Use of resources that are measured in time, by ended interactions (cost) or by"
                    + " episodes (saving)")
            : Metric.of("contact_roi_usage", "Use of resources that are counted, likewise");
    return metric.lines(
        new Metric.Lines(
            usage,
            UsageQuantity.QUANTITY,
            line -> resources.contains(line.key().get(resource)),
            List.of("family", family),
            Map.of("resource", "resource", "channel", channel)));
  }

  private static Breakdown usage(Interaction interaction) {
    String channel = interaction.channel().name();
    return Breakdown.sum(
        interaction.usage().stream()
            .map(
                line ->
                    new Breakdown.Line(
                        List.of(line.resource().name(), line.key(), channel), line.quantity()))
            .toList());
  }

  private static long effort(Totals totals) {
    return totals.breakdown(USAGE).lines().stream()
        .filter(line -> line.key().get(0).equals(Resource.AGENT.name()))
        .mapToLong(line -> line.get(UsageQuantity.QUANTITY))
        .reduce(0, Math::addExact);
  }
}
