package org.contactroi.kpi.family;

import static org.contactroi.kpi.Figure.Unit.SHARE;
import static org.contactroi.kpi.Figure.product;
import static org.contactroi.kpi.Figure.quotient;
import static org.contactroi.kpi.Figure.ratio;

import java.util.List;
import org.contactroi.episode.Episode;
import org.contactroi.episode.LadderClass;
import org.contactroi.episode.Member;
import org.contactroi.episode.SessionTally;
import org.contactroi.interaction.BotSession;
import org.contactroi.interaction.Interaction;
import org.contactroi.kpi.Contributions;
import org.contactroi.kpi.Dimensions;
import org.contactroi.kpi.Distribution;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.Metric;
import org.contactroi.kpi.Ratio;
import org.contactroi.kpi.Totals;

/** Bot containment. */
public final class Containment extends Family {

  private static final Measure.Declared MEASURES = new Measure.Declared();

  public static final Measure SESSIONS = MEASURES.scalar("sessions");
  public static final Measure HANDED_OFF = MEASURES.scalar("handed_off");
  public static final Measure ABANDONED_UNANSWERED = MEASURES.scalar("abandoned_unanswered");
  public static final Measure FAILED_REPEAT = MEASURES.scalar("failed_repeat");
  public static final Measure RESOLVED_CONFIRMED = MEASURES.scalar("resolved_confirmed");
  public static final Measure RESOLVED_ASSUMED = MEASURES.scalar("resolved_assumed");
  public static final Measure HANDOFF_FAILED = MEASURES.scalar("handoff_failed");
  public static final Measure NOT_ENGAGED = MEASURES.scalar("not_engaged");
  public static final Measure REJECTED_BY_CUSTOMER = MEASURES.scalar("rejected_by_customer");
  public static final Measure SESSIONS_WITHOUT_HANDOFF =
      MEASURES.scalar("sessions_without_handoff");
  public static final Measure INVOLVED = MEASURES.scalar("involved");
  public static final Measure ELIGIBLE = MEASURES.scalar("eligible");
  public static final Measure OPEN_UNTIL = MEASURES.openUntil();

  private static final Shown SHOWN =
      new Shown(
          List.of(
              ratio(
                  "containment_technical",
                  SHARE,
                  "(sessions - handed_off - handoff_failed) / sessions",
                  Containment::technical),
              ratio(
                  "containment_settled",
                  SHARE,
                  "(resolved_assumed + resolved_confirmed) / sessions",
                  Containment::settled),
              quotient("confirmed", SHARE, RESOLVED_CONFIRMED, SESSIONS),
              ratio(
                  "handoff_rate",
                  SHARE,
                  "(handed_off + handoff_failed) / sessions",
                  t -> t.ratio(t.sum(HANDED_OFF, HANDOFF_FAILED), SESSIONS)),
              quotient("handoff_failed_rate", SHARE, HANDOFF_FAILED, SESSIONS),
              quotient("involvement", SHARE, INVOLVED, ELIGIBLE),
              product(
                  "automation",
                  SHARE,
                  "involvement x containment_settled",
                  t -> new Ratio(t.get(INVOLVED), t.get(ELIGIBLE)).times(settled(t)))),
          List.of(
              Metric.of("contact_roi_containment_ratio", "Bot containment and what belongs to it")
                  .figure("containment_technical", "kind", "technical")
                  .figure("containment_settled", "kind", "settled")
                  .figure("confirmed", "kind", "confirmed")
                  .figure("handoff_rate", "kind", "handoff")
                  .figure("handoff_failed_rate", "kind", "handoff_failed")
                  .figure("involvement", "kind", "involvement")
                  .figure("automation", "kind", "automation"),
              Metric.of("contact_roi_bot_sessions", "Bot sessions by the class of their outcome")
                  .scalar(HANDED_OFF, "class", "handed_off")
                  .scalar(HANDOFF_FAILED, "class", "handoff_failed")
                  .scalar(ABANDONED_UNANSWERED, "class", "abandoned_unanswered")
                  .scalar(FAILED_REPEAT, "class", "failed_repeat")
                  .scalar(RESOLVED_CONFIRMED, "class", "resolved_confirmed")
                  .scalar(RESOLVED_ASSUMED, "class", "resolved_assumed"),
              Metric.of(
                      "contact_roi_unused_bot_sessions",
                      "Bot sessions in which the customer did nothing; in no ratio")
                  .scalar(NOT_ENGAGED)));

  public static final Family FAMILY = new Containment();

  private Containment() {
    super(3, "containment", Clock.INTERACTION_START, MEASURES, SHOWN);
  }

  /** What nobody used waits for no episode. */
  @Override
  protected void add(Interaction interaction, Contributions to) {
    long unused = interaction.sessions().stream().filter(BotSession::notEngaged).count();
    to.add(
        interaction.start(),
        Dimensions.of(interaction),
        Totals.builder(this).add(NOT_ENGAGED, unused));
  }

  @Override
  protected void addUnengaged(Interaction interaction, Contributions to) {
    add(interaction, to);
  }

  /** The sessions of a member are sliced by the version of the member's own rules. */
  @Override
  protected void add(Episode episode, Contributions to) {
    Distribution openUntil = Distribution.of(episode.openUntil(), 1);
    List<List<LadderClass>> ladder = episode.ladder();
    for (int i = 0; i < ladder.size(); i++) {
      Member member = episode.members().get(i);
      to.add(
          member.start(),
          Dimensions.of(member),
          member.policyVersion(),
          totals(member, ladder.get(i), openUntil));
    }
  }

  private Totals.Builder totals(Member member, List<LadderClass> classes, Distribution openUntil) {
    long sessions = member.sessionCount();
    Totals.Builder totals =
        Totals.builder(this)
            .count(ELIGIBLE, member.eligibleForBot())
            .count(INVOLVED, member.eligibleForBot() && sessions > 0);
    if (!member.eligibleForHandoff()) {
      return totals.add(SESSIONS_WITHOUT_HANDOFF, sessions);
    }
    totals
        .add(SESSIONS, sessions)
        .add(REJECTED_BY_CUSTOMER, rejected(member))
        .add(OPEN_UNTIL, sessions > 0 ? openUntil : Distribution.EMPTY);
    for (int i = 0; i < classes.size(); i++) {
      totals.add(measure(classes.get(i)), member.sessions().get(i).count());
    }
    return totals;
  }

  private static long rejected(Member member) {
    return member.sessions().stream()
        .filter(SessionTally::rejected)
        .mapToLong(SessionTally::count)
        .sum();
  }

  private static Measure measure(LadderClass ladderClass) {
    return switch (ladderClass) {
      case HANDED_OFF -> HANDED_OFF;
      case HANDOFF_FAILED -> HANDOFF_FAILED;
      case ABANDONED_UNANSWERED -> ABANDONED_UNANSWERED;
      case FAILED_REPEAT -> FAILED_REPEAT;
      case RESOLVED_CONFIRMED -> RESOLVED_CONFIRMED;
      case RESOLVED_ASSUMED -> RESOLVED_ASSUMED;
    };
  }

  private static Ratio technical(Totals totals) {
    long sessions = totals.get(SESSIONS);
    long wanted = totals.sum(HANDED_OFF, HANDOFF_FAILED);
    return new Ratio(Math.subtractExact(sessions, wanted), sessions);
  }

  private static Ratio settled(Totals totals) {
    return new Ratio(
        Math.addExact(totals.get(RESOLVED_ASSUMED), totals.get(RESOLVED_CONFIRMED)),
        totals.get(SESSIONS));
  }
}
