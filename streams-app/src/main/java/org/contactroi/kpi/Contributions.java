package org.contactroi.kpi;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contactroi.episode.Episode;
import org.contactroi.episode.EpisodeGrouping;
import org.contactroi.episode.LadderClass;
import org.contactroi.interaction.Activity;
import org.contactroi.interaction.BotSession;
import org.contactroi.interaction.HandledBy;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.Leg;
import org.contactroi.interaction.ResolutionSignals;
import org.contactroi.interaction.Visit;

/** What the interactions of one customer add to the totals: a pure function of their facts. */
public final class Contributions {

  private final KpiPolicy policy;
  private final Map<Cell, Totals> cells = new LinkedHashMap<>();

  private Contributions(KpiPolicy policy) {
    this.policy = policy;
  }

  /**
   * Totals by cell of all interactions of one customer, or of one without a customer key. No total
   * is zero.
   */
  public static Map<Cell, Totals> of(Collection<Interaction> interactions, KpiPolicy policy) {
    Contributions all = new Contributions(policy);
    interactions.forEach(all::addInteraction);
    EpisodeGrouping.group(interactions, policy.botMatch(), policy.repeatWindow())
        .forEach(all::addContainment);
    EpisodeGrouping.group(interactions, policy.fcrMatch(), policy.repeatWindow())
        .forEach(all::addResolution);
    all.cells.values().removeIf(Totals::isZero);
    return all.cells;
  }

  private void addInteraction(Interaction interaction) {
    if (interaction.test()) {
      add(
          interaction.end(),
          Dimensions.of(interaction),
          Totals.builder(Family.VOLUME).add(Volume.EXCLUDED, 1));
      return;
    }
    addVolume(interaction);
    for (Leg leg : interaction.legs()) {
      addHandleTime(interaction, leg);
    }
    for (Visit visit : interaction.visits()) {
      addServiceLevel(interaction, visit);
    }
  }

  private void addHandleTime(Interaction interaction, Leg leg) {
    if (!leg.isHuman()) {
      return;
    }
    Totals.Builder totals =
        Totals.builder(Family.HANDLE_TIME).add(HandleTime.EFFORT_MS, leg.effort());
    if (leg.isHandled()) {
      totals
          .add(HandleTime.HANDLED_LEGS, 1)
          .add(HandleTime.TALK_MS, leg.talk())
          .add(HandleTime.HOLD_MS, leg.hold())
          .add(HandleTime.ACW_MS, leg.afterWork())
          .add(HandleTime.HANDLE_MS, leg.handle())
          .count(HandleTime.MISMATCH_LEGS, leg.mismatch())
          .count(HandleTime.IMPUTED_LEGS, leg.imputed())
          .count(HandleTime.CLOCK_STEP_LEGS, leg.clockStep())
          .add(HandleTime.HANDLE_HISTOGRAM, Distribution.of(Histogram.bucket(leg.handle()), 1));
    }
    add(leg.settle(), Dimensions.of(interaction, leg), totals);
  }

  private void addServiceLevel(Interaction interaction, Visit visit) {
    long waited = visit.waited();
    Totals.Builder totals =
        Totals.builder(Family.SERVICE_LEVEL)
            .add(ServiceLevel.VISITS, 1)
            .add(ServiceLevel.WAIT_MS, waited)
            .add(ServiceLevel.WAIT_HISTOGRAM, Distribution.of(Histogram.bucket(waited), 1));
    switch (visit.outcome()) {
      case ANSWERED ->
          totals
              .add(ServiceLevel.ANSWERED, 1)
              .add(ServiceLevel.WAIT_ANSWERED_MS, waited)
              .count(ServiceLevel.ANSWERED_IN_TIME, waited <= policy.answerThreshold().toMillis());
      case ABANDONED ->
          totals.add(
              waited <= policy.shortAbandon().toMillis()
                  ? ServiceLevel.SHORT_ABANDONS
                  : ServiceLevel.LONG_ABANDONS,
              1);
      case FLOW_OUT, CALLBACK, TIMEOUT, NO_AGENTS, KEY_EXIT, TRANSFERRED, SYSTEM, UNKNOWN ->
          totals.add(ServiceLevel.OTHER_OUTCOMES, 1);
    }
    add(visit.end(), Dimensions.of(interaction, visit), totals);
  }

  private void addVolume(Interaction interaction) {
    HandledBy handledBy = interaction.handledBy();
    Activity activity = interaction.activity();
    Totals.Builder totals =
        Totals.builder(Family.VOLUME)
            .count(Volume.INBOUND, interaction.isInbound())
            .count(Volume.OUTBOUND, !interaction.isInbound())
            .count(Volume.HANDLED_BY_HUMAN, handledBy == HandledBy.HUMAN)
            .count(Volume.BOT_ONLY, handledBy == HandledBy.BOT_ONLY)
            .count(Volume.HANDLED_BY_NONE, handledBy == HandledBy.NONE)
            .add(Volume.HANDLED_LEGS, interaction.legs().stream().filter(Leg::isHandled).count())
            .add(Volume.MESSAGES_CUSTOMER, activity.messagesCustomer())
            .add(Volume.MESSAGES_BOT, activity.messagesBot())
            .add(Volume.MESSAGES_AGENT, activity.messagesAgent())
            .add(Volume.MESSAGES_SYSTEM, activity.messagesSystem())
            .add(Volume.TRANSFERS_COMPLETED, activity.transfersCompleted())
            .add(Volume.TRANSFERS_FAILED, activity.transfersFailed())
            .add(Volume.ASSISTS_OFFERED, activity.assistsOffered())
            .add(Volume.ASSISTS_ACCEPTED, activity.assistsAccepted())
            .add(Volume.ORPHANS, activity.orphans());
    add(interaction.end(), Dimensions.of(interaction), totals);
  }

  private void addContainment(Episode episode) {
    List<List<LadderClass>> ladder = episode.ladder();
    for (int i = 0; i < ladder.size(); i++) {
      Interaction member = episode.members().get(i);
      if (member.eligibleForBot() || !member.sessions().isEmpty()) {
        add(member.start(), Dimensions.of(member), containment(episode, member, ladder.get(i)));
      }
    }
  }

  private Totals.Builder containment(
      Episode episode, Interaction member, List<LadderClass> classes) {
    boolean hasSession = !member.sessions().isEmpty();
    Totals.Builder totals =
        Totals.builder(Family.CONTAINMENT)
            .count(Containment.ELIGIBLE, member.eligibleForBot())
            .count(Containment.INVOLVED, member.eligibleForBot() && hasSession);
    if (!member.eligibleForHandoff()) {
      return totals.add(
          Containment.SESSIONS_WITHOUT_HANDOFF, Episode.sessionsWithoutHandoff(member));
    }
    if (hasSession) {
      totals.add(Containment.OPEN_UNTIL, openUntil(episode));
    }
    for (BotSession session : member.sessions()) {
      totals
          .add(Containment.SESSIONS, 1)
          .count(Containment.REJECTED_BY_CUSTOMER, session.rejected());
    }
    for (LadderClass ladderClass : classes) {
      totals.add(measure(ladderClass), 1);
    }
    return totals;
  }

  private static Containment measure(LadderClass ladderClass) {
    return switch (ladderClass) {
      case HANDED_OFF -> Containment.HANDED_OFF;
      case ABANDONED_UNANSWERED -> Containment.ABANDONED_UNANSWERED;
      case FAILED_REPEAT -> Containment.FAILED_REPEAT;
      case RESOLVED_CONFIRMED -> Containment.RESOLVED_CONFIRMED;
      case RESOLVED_ASSUMED -> Containment.RESOLVED_ASSUMED;
    };
  }

  private void addResolution(Episode episode) {
    long inbound = episode.members().stream().filter(Interaction::isInbound).count();
    Totals.Builder totals =
        Totals.builder(Family.FIRST_CONTACT_RESOLUTION)
            .add(FirstContactResolution.EPISODES, 1)
            .count(FirstContactResolution.IDENTIFIED, episode.isIdentified())
            .count(FirstContactResolution.ELIGIBLE, episode.isEligible())
            .count(
                FirstContactResolution.RESOLVED_FIRST_CONTACT, episode.isResolvedAtFirstContact())
            .add(FirstContactResolution.IDENTIFIED_INBOUND, episode.isIdentified() ? inbound : 0)
            .add(FirstContactResolution.REPEATS, episode.repeats())
            .add(FirstContactResolution.OPEN_UNTIL, openUntil(episode));
    for (Interaction member : episode.members()) {
      addSignals(totals, member.signals());
    }
    add(episode.start(), Dimensions.of(episode.first()), totals);
  }

  private static void addSignals(Totals.Builder totals, ResolutionSignals signals) {
    Boolean flag = signals.agentFlag();
    totals
        .add(FirstContactResolution.SURVEY_YES, signals.surveyYes())
        .add(FirstContactResolution.SURVEY_ANSWERS, signals.surveyAnswers())
        .count(FirstContactResolution.AGENT_FLAGS, flag != null)
        .count(FirstContactResolution.AGENT_FLAG_YES, flag != null && flag);
  }

  private Distribution openUntil(Episode episode) {
    return Distribution.of(openUntilDay(episode, policy.repeatWindow()), 1);
  }

  /** UTC day, counted from the epoch, on which an episode's latest end + W falls. */
  public static long openUntilDay(Episode episode, Duration repeatWindow) {
    return LocalDate.ofInstant(
            Instant.ofEpochMilli(episode.end()).plus(repeatWindow), ZoneOffset.UTC)
        .toEpochDay();
  }

  private void add(long at, Dimensions dimensions, Totals.Builder builder) {
    Totals totals = builder.build();
    long minute = TenantCalendar.minute(at).start();
    cells.merge(
        new Cell(totals.family(), minute, dimensions, policy.version()), totals, Totals::plus);
  }

  /** What has to be added to {@code before} to make it {@code after}; no total is zero. */
  public static Map<Cell, Totals> difference(Map<Cell, Totals> after, Map<Cell, Totals> before) {
    Map<Cell, Totals> difference = new LinkedHashMap<>(after);
    before.forEach((cell, totals) -> difference.merge(cell, totals.negated(), Totals::plus));
    difference.values().removeIf(Totals::isZero);
    return difference;
  }
}
