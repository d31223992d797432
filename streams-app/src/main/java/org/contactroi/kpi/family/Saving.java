package org.contactroi.kpi.family;

import static org.contactroi.kpi.Figure.Unit.COUNT;
import static org.contactroi.kpi.Figure.Unit.MILLISECONDS;
import static org.contactroi.kpi.Figure.Unit.SHARE;

import java.util.ArrayList;
import java.util.List;
import org.contactroi.episode.Episode;
import org.contactroi.episode.Member;
import org.contactroi.interaction.Resource;
import org.contactroi.interaction.UsageLine;
import org.contactroi.kpi.Breakdown;
import org.contactroi.kpi.Contributions;
import org.contactroi.kpi.Dimensions;
import org.contactroi.kpi.Distribution;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Figure;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.Metric;
import org.contactroi.kpi.Ratio;
import org.contactroi.kpi.Shape;
import org.contactroi.kpi.Totals;

/** What customers needed to get their thing done, whoever did it: what savings are made of. */
public final class Saving extends Family {

  private static final Measure.Declared MEASURES = new Measure.Declared();

  public static final Measure OPEN_UNTIL = MEASURES.openUntil();

  /** Sums of episodes, by channel and issue of their first interaction. */
  public static final Measure CELLS =
      MEASURES.lines("cells", Shape.lines(List.of("channel", "issue"), SavingQuantity.values()));

  /** Use of resources by the members of the episodes of a cell. */
  public static final Measure USAGE =
      MEASURES.lines(
          "usage",
          Shape.lines(
              List.of("channel", "issue", "resource", "key", "usage_channel"),
              UsageQuantity.values()));

  private static final Shown SHOWN =
      new Shown(
          List.of(
              ofCells(
                  "contacts_per_episode", COUNT, SavingQuantity.CONTACTS, SavingQuantity.EPISODES),
              ofCells(
                  "handled_share", SHARE, SavingQuantity.HANDLED_CONTACTS, SavingQuantity.CONTACTS),
              ofCells(
                  "effort_per_handled_contact",
                  MILLISECONDS,
                  SavingQuantity.EFFORT_MS,
                  SavingQuantity.HANDLED_CONTACTS),
              ofCells("resolution_rate", SHARE, SavingQuantity.RESOLVED, SavingQuantity.EPISODES)),
          List.of(
              Metric.of(
                      "contact_roi_contacts_per_episode",
                      "Inbound interactions per episode that began inbound")
                  .figure("contacts_per_episode"),
              Metric.of(
                      "contact_roi_handled_contacts_ratio",
                      "Share of the inbound interactions of such episodes that people handled")
                  .figure("handled_share"),
              Metric.of(
                      "contact_roi_effort_per_handled_contact_seconds",
                      "Effort of people per handled inbound interaction of such episodes")
                  .figure("effort_per_handled_contact"),
              Metric.of("contact_roi_resolution_ratio", "Share of such episodes that is resolved")
                  .figure("resolution_rate"),
              Metric.of(
                      "contact_roi_saving_episodes",
                      "Episodes that began inbound; all includes resolved")
                  .total(CELLS, SavingQuantity.EPISODES, "kind", "all")
                  .total(CELLS, SavingQuantity.RESOLVED, "kind", "resolved"),
              Metric.of(
                      "contact_roi_saving_contacts",
                      "Inbound interactions of such episodes; all includes handled")
                  .total(CELLS, SavingQuantity.CONTACTS, "kind", "all")
                  .total(CELLS, SavingQuantity.HANDLED_CONTACTS, "kind", "handled"),
              Metric.ofSeconds(
                      "contact_roi_saving_effort_seconds", "Effort of people in such episodes")
                  .total(CELLS, SavingQuantity.EFFORT_MS),
              Cost.used("saving", USAGE, "usage_channel", Resource.Unit.MILLISECONDS),
              Cost.used("saving", USAGE, "usage_channel", Resource.Unit.COUNT)));

  public static final Family FAMILY = new Saving();

  private Saving() {
    super(6, "saving", Clock.BOT_EPISODE_START, MEASURES, SHOWN);
  }

  @Override
  public boolean isPriced() {
    return true;
  }

  /** An episode that we began ourselves saves nothing. */
  @Override
  protected void add(Episode episode, Contributions to) {
    Member first = episode.first();
    if (first.inbound()) {
      to.add(
          episode.start(),
          Dimensions.of(first),
          Totals.builder(this)
              .add(OPEN_UNTIL, Distribution.of(episode.openUntil(), 1))
              .add(CELLS, cell(episode, List.of(first.channel().name(), first.issue())))
              .add(USAGE, usage(episode, first)));
    }
  }

  private static Breakdown cell(Episode episode, List<String> key) {
    long handled = 0;
    long effort = 0;
    for (Member member : episode.members()) {
      handled += member.inbound() ? member.handledContacts() : 0;
      effort = Math.addExact(effort, member.effort());
    }
    return Breakdown.of(key, 1, episode.contacts(), handled, effort, episode.isResolved() ? 1 : 0);
  }

  private static Breakdown usage(Episode episode, Member first) {
    List<Breakdown.Line> lines = new ArrayList<>();
    for (Member member : episode.members()) {
      for (UsageLine line : member.usage()) {
        List<String> key =
            List.of(
                first.channel().name(),
                first.issue(),
                line.resource().name(),
                line.key(),
                member.channel().name());
        lines.add(new Breakdown.Line(key, line.quantity()));
      }
    }
    return Breakdown.sum(lines);
  }

  private static Figure ofCells(
      String name, Figure.Unit unit, SavingQuantity numerator, SavingQuantity denominator) {
    return Figure.ratio(
        name,
        unit,
        numerator.fieldName() + " / " + denominator.fieldName() + ", over all cells",
        totals -> {
          Breakdown cells = totals.breakdown(CELLS);
          return new Ratio(cells.total(numerator), cells.total(denominator));
        });
  }
}
