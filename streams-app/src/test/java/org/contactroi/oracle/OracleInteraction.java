package org.contactroi.oracle;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.contactroi.events.Channel;
import org.contactroi.events.DiscardReason;
import org.contactroi.events.InteractionDiscarded;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.InteractionRelation;
import org.contactroi.events.InteractionStarted;
import org.contactroi.events.ResolutionAsserted;
import org.contactroi.events.SegmentEnded;
import org.contactroi.simulator.count.Countable;
import org.contactroi.simulator.count.Spell;
import org.contactroi.simulator.count.Stay;
import org.contactroi.simulator.count.Turn;
import org.contactroi.simulator.count.Utf8;
import org.jspecify.annotations.Nullable;

/** One interaction: everything its events say. Times are milliseconds. */
final class OracleInteraction {

  private static final int ATTRIBUTES = 64;

  final String tenant;
  final String id;
  final Channel channel;
  final @Nullable String customer;
  final List<InteractionEvent> events;

  /** Why it counts nowhere; empty if it counts. */
  final Optional<DiscardReason> discarded;

  final boolean inbound;
  final boolean eligibleForBot;
  final boolean eligibleForHandoff;
  final long start;
  final long end;

  /** What its events are. */
  final OraclePart part;

  /** "An interaction, its legs, visits and sessions use the version valid at its start". */
  final OraclePolicy policy;

  final String queue;
  final String issue;
  final Map<String, String> attributes;
  final List<OracleVisit> visits;
  final List<OracleLeg> legs;

  OracleInteraction(OracleSilence.Named named, OraclePolicies policies) {
    part = named.part();
    tenant = part.tenant;
    channel = part.channel;
    customer = part.customer;
    events = part.events;
    discarded = discarded();
    inbound = part.isInbound();
    eligibleForBot = started(InteractionStarted::getEligibleForBot).orElse(true);
    eligibleForHandoff = started(InteractionStarted::getEligibleForHandoff).orElse(true);
    start = start();
    // "`id@start`", milliseconds since 1970
    id = named.isNamedAfterItsStart() ? part.id + "@" + start : part.id;
    end = part.end();
    policy = policies.at(tenant, start);
    visits = OracleVisit.of(this);
    queue = queue();
    issue = issue();
    attributes = attributes();
    legs = OracleLeg.of(this);
  }

  /** "TEST wins, else the last"; "Any `is_test` event makes it a test". */
  private Optional<DiscardReason> discarded() {
    List<DiscardReason> reasons =
        OracleEvents.payloads(InteractionDiscarded.class, events).stream()
            .map(InteractionDiscarded::getReason)
            .toList();
    boolean isTest =
        reasons.contains(DiscardReason.TEST)
            || events.stream().anyMatch(InteractionEvent::getIsTest);
    return isTest
        ? Optional.of(DiscardReason.TEST)
        : reasons.stream().reduce((earlier, later) -> later);
  }

  /**
   * When an event happened, as far as durations are derived from it: what comes after the longest
   * silence "extends no part", but takes none back either.
   */
  long capped(InteractionEvent event, long from) {
    return part.isActivity(event) ? OracleEvents.at(event) : Math.max(from, end);
  }

  private <V> Optional<V> started(Function<InteractionStarted, @Nullable V> value) {
    return OracleEvents.firstStated(InteractionStarted.class, events, value);
  }

  /** "Start = first `InteractionStarted`, else the earliest event." */
  private long start() {
    List<InteractionEvent> starts = OracleEvents.with(InteractionStarted.class, events);
    return OracleEvents.at(starts.isEmpty() ? events.get(0) : starts.get(0));
  }

  /** "Queue = the first visit's, else started, else the first leg's, else `unknown`." */
  private String queue() {
    Optional<String> ofVisit =
        visits.stream().map(visit -> visit.queue).flatMap(Optional::stream).findFirst();
    return ofVisit
        .or(() -> started(InteractionStarted::getQueueId))
        .or(this::queueOfFirstLeg)
        .orElse("unknown");
  }

  private Optional<String> queueOfFirstLeg() {
    return OracleSegment.of(events).stream()
        .map(OracleSegment::ownQueue)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** "last asserted, else started, else a bot's intent, else the interaction's queue". */
  private String issue() {
    Optional<String> asserted = Optional.empty();
    for (ResolutionAsserted says : OracleEvents.payloads(ResolutionAsserted.class, events)) {
      if (says.getIssueKey() != null) {
        asserted = Optional.of(says.getIssueKey());
      }
    }
    Optional<String> intent =
        OracleEvents.firstStated(
            SegmentEnded.class,
            events,
            ended -> ended.getBot() == null ? null : ended.getBot().getIntent());
    return asserted
        .or(() -> started(InteractionStarted::getIssueKey))
        .or(() -> intent)
        .orElse(queue);
  }

  /** First stated value of each name; the first 64 names by their bytes. */
  private Map<String, String> attributes() {
    Map<String, String> stated = new TreeMap<>(Utf8.ORDER);
    for (InteractionEvent event : events) {
      event.getAttributes().forEach(stated::putIfAbsent);
    }
    Map<String, String> kept = new TreeMap<>(Utf8.ORDER);
    stated.forEach(
        (name, value) -> {
          if (kept.size() < ATTRIBUTES) {
            kept.put(name, value);
          }
        });
    return kept;
  }

  /** When the customer reopened it. */
  private static List<Long> reopened(List<InteractionEvent> among) {
    return among.stream()
        .filter(event -> OracleRoles.isCustomerReopening(event.getPayload()))
        .map(OracleEvents::at)
        .toList();
  }

  /**
   * The interaction that it continues: "`previous_interaction_id` ... (not its own id)", unless
   * "`relation` FOLLOW_UP beside it says that it does not".
   */
  private Optional<String> previous() {
    return OracleEvents.payloads(InteractionStarted.class, events).stream()
        .findFirst()
        .filter(start -> start.getRelation() != InteractionRelation.FOLLOW_UP)
        .map(InteractionStarted::getPreviousInteractionId)
        .filter(other -> !other.equals(part.id));
  }

  private Countable.Reach reach() {
    if (!inbound) {
      return Countable.Reach.OUTBOUND;
    }
    return previous().isPresent() ? Countable.Reach.CONTINUATION : Countable.Reach.INBOUND;
  }

  /** As it is counted. */
  Countable countable() {
    List<Turn> turns = legs.stream().map(leg -> leg.turn(events)).toList();
    List<Stay> stays = visits.stream().map(OracleVisit::stay).toList();
    return new Countable(
        new Countable.Identity(id, part.id, customer, previous().orElse(null)),
        policy.rules(),
        new Countable.Nature(discarded.orElse(null), reach(), eligibleForBot, eligibleForHandoff),
        new Countable.Topic(channel, queue, issue, attributes),
        new Countable.Course(
            start,
            end,
            part.endedBy().orElse(null),
            new Countable.Reopened(reopened(events), reopened(events.subList(1, events.size()))),
            part.waitsForOthers()),
        OracleMoments.of(events),
        stays,
        turns,
        Spell.among(
            turns, stays, OracleHandoffs.of(this), reopened(events), OracleHandoffs.isSilent(this)),
        OracleOffers.of(events));
  }
}
