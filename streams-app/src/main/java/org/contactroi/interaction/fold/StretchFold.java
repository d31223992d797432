package org.contactroi.interaction.fold;

import java.util.ArrayList;
import java.util.List;
import org.contactroi.interaction.BotSession;
import org.contactroi.interaction.FirstResponses;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.InteractionId;
import org.contactroi.interaction.Leg;
import org.contactroi.interaction.OpeningHours;
import org.contactroi.interaction.Reopening;
import org.contactroi.interaction.Resolution;
import org.contactroi.interaction.Rules;
import org.contactroi.interaction.RulesAt;
import org.contactroi.interaction.Sale;
import org.contactroi.interaction.Visit;
import org.contactroi.interaction.event.Channel;
import org.contactroi.interaction.event.Direction;
import org.contactroi.interaction.event.Event;
import org.contactroi.interaction.event.Payload;
import org.jspecify.annotations.Nullable;

/** Computes one interaction from its events, in one pass over them. */
final class StretchFold {

  /** What happened until when, and in which queue. */
  private record Course(
      long end,
      String queue,
      List<FoldedLeg> folded,
      List<Leg> legs,
      List<Visit> visits,
      List<BotSession> sessions,
      List<Reopening> reopenings,
      boolean isUnengaged) {}

  private final Inherited inherited;
  private final Stretch stretch;
  private final AttributeFold attributes = new AttributeFold();
  private final EndFold end = new EndFold();
  private final LegFold legs = new LegFold();
  private final VisitFold visits = new VisitFold();
  private final ActivityFold activity = new ActivityFold();
  private final SignalFold signals = new SignalFold();
  private final ResponseFold responses = new ResponseFold();
  private final ResolutionFold resolution = new ResolutionFold();
  private final HandoffFold handoffs = new HandoffFold();
  private final ReopeningFold reopenings = new ReopeningFold();
  private final OfferFold offers = new OfferFold();
  private final UsageFold usage = new UsageFold();
  private final List<Sale> sales = new ArrayList<>(0);

  StretchFold(Inherited inherited, Stretch stretch) {
    this.inherited = inherited;
    this.stretch = stretch;
    List<Event> events = stretch.events();
    for (int i = 0; i < events.size(); i++) {
      Event event = events.get(i);
      attributes.add(event);
      add(event.payload(), event.occurredAt(), stretch.isLate(i));
    }
  }

  private void add(Payload payload, long at, boolean late) {
    if (!late) {
      end.add(payload, at);
    }
    legs.add(payload, at, late);
    visits.add(payload, at, late);
    reopenings.add(payload, at);
    activity.add(payload);
    handoffs.add(payload, at);
    signals.add(payload);
    responses.add(payload, at);
    resolution.add(payload, at);
    offers.add(payload, at);
    usage.add(payload, at);
    if (payload instanceof Payload.SaleRecorded sale) {
      sales.add(Sale.of(sale, at));
    }
  }

  /**
   * The interaction.
   *
   * @param isNamedLikeTheId else it has its start in its name
   */
  Interaction toInteraction(boolean isNamedLikeTheId, RulesAt rulesAt) {
    long start = attributes.start();
    Rules rules = rulesAt.at(start);
    Channel channel = inherited.channel();
    Course course = course(rules);
    return new Interaction(
        inherited.tenant(),
        new InteractionId(inherited.interactionId(), isNamedLikeTheId ? null : start),
        channel,
        direction(),
        inherited.customerKey(),
        continues(),
        course.queue,
        attributes.issueOr(course.queue),
        attributes.own(),
        start,
        course.end,
        end.seen() == null,
        !rules.openingHours().isOpen(start),
        attributes.discarded(),
        course.isUnengaged,
        attributes.eligibleForBot(),
        attributes.eligibleForHandoff(),
        course.legs,
        course.visits,
        course.sessions,
        course.reopenings,
        offers.offers(course.legs, course.visits, course.queue),
        activity.toActivity(stretch.events().size()),
        signals.toSignals(),
        signals.toSurveys(),
        firstResponses(start, course.legs, rules.openingHours()),
        resolution(start, course, rules.openingHours()),
        course.isUnengaged
            ? usage.modelLines()
            : usage.lines(channel, course.queue, course.folded, course.sessions, !isContinuation()),
        sales,
        rules.version());
  }

  /** That of the interaction it goes on with counts. */
  private FirstResponses firstResponses(long start, List<Leg> all, OpeningHours hours) {
    return isContinuation()
        ? FirstResponses.NONE
        : responses.toResponses(inherited.channel(), start, all, hours);
  }

  private Resolution resolution(long start, Course course, OpeningHours hours) {
    if (!isSought()) {
      return Resolution.NONE;
    }
    return resolution.toResolution(
        start,
        course.end,
        end.seenBy(),
        course.reopenings,
        Reopening.isHandledAfter(course.reopenings, course.legs, course.sessions),
        Math.max(course.end, stretch.lastActivity() + 1),
        hours);
  }

  private Course course(Rules rules) {
    Long seenEnd = end.seen();
    long endedAt = seenEnd == null ? stretch.inferredEnd() : seenEnd;
    List<Visit> visitsByStart = visits.visits(endedAt, legs.answers(), rules);
    String queue = orUnknown(queue(visitsByStart));
    boolean outbound = direction() == Direction.OUTBOUND;
    List<FoldedLeg> folded = legs.legs(endedAt, end, new LegQueues(visitsByStart, queue), outbound);
    List<Leg> all = FoldedLeg.legs(folded);
    boolean isSilent = !outbound && isSilent(all, visitsByStart);
    List<FoldedSession> withFailures =
        SessionFold.sessions(
            folded, visitsByStart, handoffs.failures(), reopenings.all(), isSilent);
    List<BotSession> sessions = FoldedSession.sessions(withFailures);
    return new Course(
        endedAt,
        queue,
        folded,
        all,
        visitsByStart,
        sessions,
        reopenings.reopenings(isSought(), all, visitsByStart, withFailures),
        isSilent && isUnengaged(all, sessions));
  }

  /** The customer did nothing that shows. */
  private boolean isSilent(List<Leg> all, List<Visit> visitsByStart) {
    return !inherited.channel().isVoice()
        && !activity.hasCustomerMessage()
        && handoffs.isNone()
        && visitsByStart.isEmpty()
        && all.stream().noneMatch(Leg::isHuman);
  }

  /** There is nothing but bots that nobody used. */
  private boolean isUnengaged(List<Leg> all, List<BotSession> sessions) {
    return !sessions.isEmpty()
        && sessions.stream().allMatch(BotSession::notEngaged)
        && all.stream().allMatch(Leg::isBot)
        && signals.isNone()
        && sales.isEmpty();
  }

  private @Nullable String continues() {
    return attributes.continuesOf(inherited.interactionId());
  }

  private boolean isContinuation() {
    return direction() != Direction.OUTBOUND && continues() != null;
  }

  /** The customer sought a contact of its own. */
  private boolean isSought() {
    return direction() != Direction.OUTBOUND && continues() == null;
  }

  /** As its start says; else who got in touch. */
  private Direction direction() {
    Direction started = attributes.direction();
    return started == null
        ? stretch.isFollowUp() ? Direction.OUTBOUND : Direction.INBOUND
        : started;
  }

  /** That of the first visit that names one, else as started, else of the first leg that does. */
  private @Nullable String queue(List<Visit> visitsByStart) {
    for (Visit visit : visitsByStart) {
      if (!visit.queue().equals(Interaction.UNKNOWN)) {
        return visit.queue();
      }
    }
    String started = attributes.startedQueue();
    return started != null ? started : legs.firstQueue();
  }

  private static String orUnknown(@Nullable String value) {
    return value == null ? Interaction.UNKNOWN : value;
  }
}
