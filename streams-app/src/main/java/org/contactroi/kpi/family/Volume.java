package org.contactroi.kpi.family;

import static org.contactroi.kpi.Figure.Unit.SHARE;
import static org.contactroi.kpi.Figure.quotient;

import java.util.List;
import org.contactroi.interaction.Activity;
import org.contactroi.interaction.HandledBy;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.event.DiscardReason;
import org.contactroi.kpi.Contributions;
import org.contactroi.kpi.Dimensions;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.Metric;
import org.contactroi.kpi.Totals;

/** How many interactions there were, and what happened in them. */
public final class Volume extends Family {

  private static final Measure.Declared MEASURES = new Measure.Declared();

  public static final Measure INBOUND = MEASURES.scalar("inbound");
  public static final Measure OUTBOUND = MEASURES.scalar("outbound");
  public static final Measure HANDLED_BY_HUMAN = MEASURES.scalar("handled_by_human");
  public static final Measure BOT_ONLY = MEASURES.scalar("bot_only");
  public static final Measure HANDLED_BY_NONE = MEASURES.scalar("handled_by_none");
  public static final Measure AFTER_HOURS = MEASURES.scalar("after_hours");
  public static final Measure HANDLED_LEGS = MEASURES.scalar("handled_legs");
  public static final Measure MESSAGES_CUSTOMER = MEASURES.scalar("messages_customer");
  public static final Measure MESSAGES_BOT = MEASURES.scalar("messages_bot");
  public static final Measure MESSAGES_AGENT = MEASURES.scalar("messages_agent");
  public static final Measure MESSAGES_SYSTEM = MEASURES.scalar("messages_system");
  public static final Measure TRANSFERS_COMPLETED = MEASURES.scalar("transfers_completed");
  public static final Measure TRANSFERS_FAILED = MEASURES.scalar("transfers_failed");
  public static final Measure ASSISTS_OFFERED = MEASURES.scalar("assists_offered");
  public static final Measure ASSISTS_ACCEPTED = MEASURES.scalar("assists_accepted");
  public static final Measure EXCLUDED = MEASURES.scalar("excluded");
  public static final Measure EXCLUDED_TEST = MEASURES.scalar("excluded_test");
  public static final Measure EXCLUDED_SPAM = MEASURES.scalar("excluded_spam");
  public static final Measure EXCLUDED_DUPLICATE = MEASURES.scalar("excluded_duplicate");
  public static final Measure EXCLUDED_DELETED = MEASURES.scalar("excluded_deleted");
  public static final Measure EXCLUDED_OTHER = MEASURES.scalar("excluded_other");
  public static final Measure ORPHANS = MEASURES.scalar("orphans");
  public static final Measure UNENGAGED = MEASURES.scalar("unengaged");
  public static final Measure CONTINUATIONS = MEASURES.scalar("continuations");

  private static final Shown SHOWN =
      new Shown(
          List.of(quotient("transfer_rate", SHARE, TRANSFERS_COMPLETED, HANDLED_LEGS)),
          List.of(
              Metric.of(
                      "contact_roi_interactions",
                      "Ended interactions by direction, by who handled them, begun after hours,"
                          + " and excluded ones")
                  .scalar(INBOUND, "kind", "inbound")
                  .scalar(OUTBOUND, "kind", "outbound")
                  .scalar(HANDLED_BY_HUMAN, "kind", "human")
                  .scalar(BOT_ONLY, "kind", "bot_only")
                  .scalar(HANDLED_BY_NONE, "kind", "none")
                  .scalar(AFTER_HOURS, "kind", "after_hours")
                  .scalar(UNENGAGED, "kind", "unengaged")
                  .scalar(EXCLUDED, "kind", "excluded"),
              Metric.of("contact_roi_excluded_interactions", "Excluded interactions by reason")
                  .scalar(EXCLUDED_TEST, "reason", "test")
                  .scalar(EXCLUDED_SPAM, "reason", "spam")
                  .scalar(EXCLUDED_DUPLICATE, "reason", "duplicate")
                  .scalar(EXCLUDED_DELETED, "reason", "deleted")
                  .scalar(EXCLUDED_OTHER, "reason", "other"),
              Metric.of("contact_roi_messages", "Messages of ended interactions by author")
                  .scalar(MESSAGES_CUSTOMER, "author", "customer")
                  .scalar(MESSAGES_BOT, "author", "bot")
                  .scalar(MESSAGES_AGENT, "author", "agent")
                  .scalar(MESSAGES_SYSTEM, "author", "system"),
              Metric.of("contact_roi_transfer_ratio", "Completed agent transfers per handled leg")
                  .figure("transfer_rate"),
              Metric.of("contact_roi_transfers", "Transfers between agents by outcome")
                  .scalar(TRANSFERS_COMPLETED, "outcome", "completed")
                  .scalar(TRANSFERS_FAILED, "outcome", "failed"),
              Metric.of("contact_roi_assists", "Suggestions of an assistant to agents")
                  .scalar(ASSISTS_OFFERED, "kind", "offered")
                  .scalar(ASSISTS_ACCEPTED, "kind", "accepted"),
              Metric.of("contact_roi_orphans", "Events too far behind their interaction")
                  .scalar(ORPHANS)));

  public static final Volume FAMILY = new Volume();

  private Volume() {
    super(5, "volume", Clock.INTERACTION_END, MEASURES, SHOWN);
  }

  @Override
  protected void addExcluded(Interaction interaction, DiscardReason reason, Contributions to) {
    to.add(
        interaction.end(),
        Dimensions.of(interaction),
        Totals.builder(this).add(EXCLUDED, 1).add(measure(reason), 1));
  }

  @Override
  protected void addUnengaged(Interaction interaction, Contributions to) {
    to.add(interaction.end(), Dimensions.of(interaction), Totals.builder(this).add(UNENGAGED, 1));
  }

  private static Measure measure(DiscardReason reason) {
    return switch (reason) {
      case TEST -> EXCLUDED_TEST;
      case SPAM -> EXCLUDED_SPAM;
      case DUPLICATE -> EXCLUDED_DUPLICATE;
      case DELETED -> EXCLUDED_DELETED;
      case OTHER -> EXCLUDED_OTHER;
    };
  }

  /** Adds an event that belongs to no interaction, at its own time, to the slice of all. */
  void addOrphan(long at, Contributions to) {
    to.add(at, Dimensions.NONE, Totals.builder(this).add(ORPHANS, 1));
  }

  @Override
  protected void add(Interaction interaction, Contributions to) {
    to.add(interaction.end(), Dimensions.of(interaction), totals(interaction));
  }

  private Totals.Builder totals(Interaction interaction) {
    Activity activity = interaction.activity();
    HandledBy handledBy = interaction.handledBy();
    return Totals.builder(this)
        .count(INBOUND, interaction.isInbound())
        .count(OUTBOUND, interaction.isOutbound())
        .count(CONTINUATIONS, interaction.isContinuation())
        .count(HANDLED_BY_HUMAN, handledBy == HandledBy.HUMAN)
        .count(BOT_ONLY, handledBy == HandledBy.BOT_ONLY)
        .count(HANDLED_BY_NONE, handledBy == HandledBy.NONE)
        .count(AFTER_HOURS, interaction.afterHours())
        .add(HANDLED_LEGS, interaction.handledLegs())
        .add(MESSAGES_CUSTOMER, activity.messagesCustomer())
        .add(MESSAGES_BOT, activity.messagesBot())
        .add(MESSAGES_AGENT, activity.messagesAgent())
        .add(MESSAGES_SYSTEM, activity.messagesSystem())
        .add(TRANSFERS_COMPLETED, activity.transfersCompleted())
        .add(TRANSFERS_FAILED, activity.transfersFailed())
        .add(ASSISTS_OFFERED, activity.assistsOffered())
        .add(ASSISTS_ACCEPTED, activity.assistsAccepted());
  }
}
