package org.contactroi.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.contactroi.interaction.Activity;
import org.contactroi.interaction.FirstResponses;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.InteractionId;
import org.contactroi.interaction.Resolution;
import org.contactroi.interaction.ResolutionSignals;
import org.contactroi.interaction.Response;
import org.contactroi.interaction.Surveys;
import org.contactroi.interaction.event.Channel;
import org.contactroi.interaction.event.Direction;
import org.contactroi.interaction.event.DiscardReason;
import org.contactroi.kpi.Keys;
import org.contactroi.outputs.InteractionFact;
import org.jspecify.annotations.Nullable;

/**
 * The fact of an interaction as published, to and from the domain. A long one is several records,
 * so that none is large.
 */
public final class FactRecords {

  /**
   * Legs, visits, sessions, reopenings, lines of usage and sales in one part: together below 160
   * KiB.
   */
  static final int PART_ITEMS = 100;

  private FactRecords() {}

  /** Key of a part: {@code tenant/interaction}, with {@code /part} behind it from 1 on. */
  public static String key(String tenant, InteractionId id, int part) {
    String key = Keys.escape(tenant) + "/" + Keys.part(id);
    return part == 0 ? key : key + "/" + part;
  }

  /** The parts of a fact, at least one. */
  public static List<InteractionFact> toAvro(Interaction interaction) {
    InteractionFact.Builder fact = head(interaction);
    int parts = Math.max(1, (items(interaction) + PART_ITEMS - 1) / PART_ITEMS);
    List<InteractionFact> facts = new ArrayList<>(parts);
    for (int part = 0; part < parts; part++) {
      Cut cut = new Cut(part * PART_ITEMS);
      facts.add(
          fact.setPart(part)
              .setParts(parts)
              .setLegs(cut.next(interaction.legs(), CourseRecords::toAvro))
              .setVisits(cut.next(interaction.visits(), CourseRecords::toAvro))
              .setSessions(cut.next(interaction.sessions(), CourseRecords::toAvro))
              .setReopenings(cut.next(interaction.reopenings(), CourseRecords::toAvro))
              .setOffers(cut.next(interaction.offers(), CourseRecords::toAvro))
              .setRepliesMs(cut.next(interaction.resolution().replies(), reply -> reply))
              .setUsage(cut.next(interaction.usage(), UsageRecords::toAvro))
              .setSales(cut.next(interaction.sales(), CourseRecords::toAvro))
              .build());
      fact.setAttributes(Map.of());
    }
    return facts;
  }

  /**
   * The interaction of its parts.
   *
   * @param parts all, in order
   * @param customerKey which the fact does not tell
   */
  public static Interaction toDomain(List<InteractionFact> parts, @Nullable String customerKey) {
    InteractionFact fact = parts.get(0);
    return new Interaction(
        fact.getTenantId(),
        id(fact.getInteractionId(), fact.getResumedAt()),
        Channel.valueOf(fact.getChannel()),
        Direction.valueOf(fact.getDirection()),
        customerKey,
        fact.getContinues(),
        fact.getQueue(),
        fact.getIssue(),
        fact.getAttributes(),
        fact.getStart().toEpochMilli(),
        fact.getEnd().toEpochMilli(),
        fact.getEndInferred(),
        fact.getAfterHours(),
        discarded(fact.getDiscarded()),
        fact.getUnengaged(),
        fact.getEligibleForBot(),
        fact.getEligibleForHandoff(),
        all(parts, InteractionFact::getLegs, CourseRecords::toDomain),
        all(parts, InteractionFact::getVisits, CourseRecords::toDomain),
        all(parts, InteractionFact::getSessions, CourseRecords::toDomain),
        all(parts, InteractionFact::getReopenings, CourseRecords::toDomain),
        all(parts, InteractionFact::getOffers, CourseRecords::toDomain),
        activity(fact),
        new ResolutionSignals(fact.getSurveyYes(), fact.getSurveyAnswers(), fact.getAgentFlag()),
        surveys(fact),
        responses(fact),
        new Resolution(
            fact.getEnded(),
            response(fact.getResolutionMs(), fact.getResolutionBusinessMs()),
            all(parts, InteractionFact::getRepliesMs, reply -> reply)),
        all(parts, InteractionFact::getUsage, UsageRecords::toDomain),
        all(parts, InteractionFact::getSales, CourseRecords::toDomain),
        fact.getPolicyVersion());
  }

  static InteractionId id(String text, @Nullable Instant resumedAt) {
    return InteractionId.of(text, resumedAt == null ? null : resumedAt.toEpochMilli());
  }

  static @Nullable Instant resumedAt(InteractionId id) {
    Long resumedAt = id.resumedAt();
    return resumedAt == null ? null : Instant.ofEpochMilli(resumedAt);
  }

  /** All but what is cut into parts. */
  private static InteractionFact.Builder head(Interaction interaction) {
    InteractionFact.Builder fact =
        InteractionFact.newBuilder()
            .setTenantId(interaction.tenant())
            .setInteractionId(interaction.id().text())
            .setResumedAt(resumedAt(interaction.id()))
            .setChannel(interaction.channel().name())
            .setDirection(interaction.direction().name())
            .setContinues(interaction.continues())
            .setQueue(interaction.queue())
            .setIssue(interaction.issue())
            .setAttributes(new TreeMap<>(interaction.attributes()))
            .setStart(Instant.ofEpochMilli(interaction.start()))
            .setEnd(Instant.ofEpochMilli(interaction.end()))
            .setEndInferred(interaction.endInferred())
            .setAfterHours(interaction.afterHours())
            .setDiscarded(name(interaction.discarded()))
            .setUnengaged(interaction.unengaged())
            .setIdentified(interaction.customerKey() != null)
            .setHandledBy(interaction.handledBy().name())
            .setEligibleForBot(interaction.eligibleForBot())
            .setEligibleForHandoff(interaction.eligibleForHandoff())
            .setPolicyVersion(interaction.policyVersion());
    setActivity(fact, interaction.activity());
    setSurveys(fact, interaction.signals(), interaction.surveys());
    setResponses(fact, interaction.firstResponses());
    Resolution resolution = interaction.resolution();
    return fact.setEnded(resolution.ended())
        .setResolutionMs(time(resolution.time()))
        .setResolutionBusinessMs(business(resolution.time()));
  }

  private static void setResponses(InteractionFact.Builder fact, FirstResponses first) {
    fact.setFrtAnyMs(time(first.any()))
        .setFrtBotMs(time(first.bot()))
        .setFrtHumanMs(time(first.human()))
        .setFrtAnyBusinessMs(business(first.any()))
        .setFrtBotBusinessMs(business(first.bot()))
        .setFrtHumanBusinessMs(business(first.human()));
  }

  private static @Nullable Long time(@Nullable Response response) {
    return response == null ? null : (Long) response.time();
  }

  private static @Nullable Long business(@Nullable Response response) {
    return response == null ? null : (Long) response.business();
  }

  private static FirstResponses responses(InteractionFact fact) {
    return new FirstResponses(
        response(fact.getFrtAnyMs(), fact.getFrtAnyBusinessMs()),
        response(fact.getFrtBotMs(), fact.getFrtBotBusinessMs()),
        response(fact.getFrtHumanMs(), fact.getFrtHumanBusinessMs()));
  }

  private static @Nullable Response response(@Nullable Long time, @Nullable Long business) {
    return time == null || business == null ? null : new Response(time, business);
  }

  private static @Nullable DiscardReason discarded(@Nullable String name) {
    return name == null ? null : DiscardReason.valueOf(name);
  }

  private static @Nullable String name(@Nullable DiscardReason reason) {
    return reason == null ? null : reason.name();
  }

  private static void setActivity(InteractionFact.Builder fact, Activity activity) {
    fact.setMessagesCustomer(activity.messagesCustomer())
        .setMessagesBot(activity.messagesBot())
        .setMessagesAgent(activity.messagesAgent())
        .setMessagesSystem(activity.messagesSystem())
        .setTransfersCompleted(activity.transfersCompleted())
        .setTransfersFailed(activity.transfersFailed())
        .setAssistsOffered(activity.assistsOffered())
        .setAssistsAccepted(activity.assistsAccepted())
        .setEvents(activity.events());
  }

  private static void setSurveys(
      InteractionFact.Builder fact, ResolutionSignals signals, Surveys surveys) {
    fact.setSurveyYes(signals.surveyYes())
        .setSurveyAnswers(signals.surveyAnswers())
        .setAgentFlag(signals.agentFlag())
        .setCsatOffered(surveys.csatOffered())
        .setCsatAnswers(surveys.csatAnswers())
        .setCsatTopBox(surveys.csatTopBox())
        .setNpsPromoters(surveys.npsPromoters())
        .setNpsPassives(surveys.npsPassives())
        .setNpsDetractors(surveys.npsDetractors())
        .setCesAnswers(surveys.cesAnswers())
        .setCesEaseSum(surveys.cesEase());
  }

  private static Activity activity(InteractionFact fact) {
    return new Activity(
        fact.getMessagesCustomer(),
        fact.getMessagesBot(),
        fact.getMessagesAgent(),
        fact.getMessagesSystem(),
        fact.getTransfersCompleted(),
        fact.getTransfersFailed(),
        fact.getAssistsOffered(),
        fact.getAssistsAccepted(),
        fact.getEvents());
  }

  private static Surveys surveys(InteractionFact fact) {
    return new Surveys(
        fact.getCsatOffered(),
        fact.getCsatAnswers(),
        fact.getCsatTopBox(),
        fact.getNpsPromoters(),
        fact.getNpsPassives(),
        fact.getNpsDetractors(),
        fact.getCesAnswers(),
        fact.getCesEaseSum());
  }

  private static int items(Interaction interaction) {
    return interaction.legs().size()
        + interaction.visits().size()
        + interaction.sessions().size()
        + interaction.reopenings().size()
        + interaction.offers().size()
        + interaction.resolution().replies().size()
        + interaction.usage().size()
        + interaction.sales().size();
  }

  private static <A, D> List<D> all(
      List<InteractionFact> parts,
      Function<InteractionFact, List<A>> items,
      Function<A, D> toDomain) {
    return parts.stream().flatMap(part -> items.apply(part).stream()).map(toDomain).toList();
  }

  /** Cuts out of several lists, one after the other, the items of one part. */
  private static final class Cut {
    private int from;
    private int left = PART_ITEMS;

    Cut(int from) {
      this.from = from;
    }

    <D, A> List<A> next(List<D> items, Function<D, A> toAvro) {
      int begin = Math.min(from, items.size());
      int end = Math.min(begin + left, items.size());
      from -= begin;
      left -= end - begin;
      return items.subList(begin, end).stream().map(toAvro).toList();
    }
  }
}
