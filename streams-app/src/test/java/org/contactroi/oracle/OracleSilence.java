package org.contactroi.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.contactroi.events.AgentOfferClosed;
import org.contactroi.events.AgentOffered;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.PendingEnded;
import org.contactroi.events.PendingStarted;
import org.contactroi.events.QueueEntered;
import org.contactroi.events.QueueExited;
import org.contactroi.events.SurveyAnswered;
import org.contactroi.events.SurveyOffered;
import org.contactroi.events.TransferClosed;
import org.contactroi.events.TransferRequested;
import org.jspecify.annotations.Nullable;

/**
 * Where silence parts the events of one interaction id: which interactions there are, and what
 * belongs to none of them.
 */
final class OracleSilence {

  /** An interaction of the id; the first one of its first life is named like it. */
  record Named(OraclePart part, boolean isNamedAfterItsStart) {}

  final List<Named> interactions = new ArrayList<>();
  final List<InteractionEvent> orphans = new ArrayList<>();

  private final OraclePolicies policies;

  private OracleSilence(OraclePolicies policies) {
    this.policies = policies;
  }

  static OracleSilence of(List<InteractionEvent> whole, OraclePolicies policies) {
    OracleSilence silence = new OracleSilence(policies);
    List<List<InteractionEvent>> lives = silence.lives(whole);
    for (List<InteractionEvent> life : lives) {
      boolean isFirst = life == lives.get(0);
      List<OraclePart> parts = new Life(life, policies, silence.orphans).parts();
      for (OraclePart part : parts) {
        boolean isNamedLikeTheId = isFirst && part == parts.get(0);
        silence.interactions.add(new Named(part, !isNamedLikeTheId));
      }
    }
    return silence;
  }

  /**
   * "An event more than G after all earlier events of its id is judged as if the id were new". G is
   * that of the version valid when the id was new.
   */
  private List<List<InteractionEvent>> lives(List<InteractionEvent> whole) {
    List<List<InteractionEvent>> lives = new ArrayList<>();
    List<InteractionEvent> life = new ArrayList<>();
    for (InteractionEvent event : whole) {
      if (!life.isEmpty() && isNewAfter(life, event)) {
        lives.add(life);
        life = new ArrayList<>();
      }
      life.add(event);
    }
    lives.add(life);
    return lives;
  }

  private boolean isNewAfter(List<InteractionEvent> life, InteractionEvent event) {
    InteractionEvent first = life.get(0);
    long longest = policies.at(first.getTenantId(), OracleEvents.at(first)).longestGap();
    return OracleEvents.at(event) - OracleEvents.at(life.get(life.size() - 1)) > longest;
  }

  /** Events of an id between which G never passes. */
  private static final class Life {

    private final List<InteractionEvent> events;
    private final OraclePolicies policies;
    private final List<InteractionEvent> orphans;
    private final List<OraclePart> parts = new ArrayList<>();
    private final OracleRoles roles;

    Life(List<InteractionEvent> events, OraclePolicies policies, List<InteractionEvent> orphans) {
      this.events = events;
      this.policies = policies;
      this.orphans = orphans;
      this.roles = new OracleRoles(events);
    }

    /** Its interactions. */
    List<OraclePart> parts() {
      begin(events.get(0), false);
      events.stream().skip(1).forEach(this::place);
      dropIfNothing();
      return parts;
    }

    private void begin(InteractionEvent event, boolean followsUp) {
      OraclePart part = new OraclePart(events, event, followsUp, policies);
      part.add(event, OracleEvents.isActivity(event));
      parts.add(part);
    }

    /** "A set without opener, follow-up or leg is no interaction." */
    private void dropIfNothing() {
      OraclePart last = last();
      if (last.events.stream().noneMatch(roles::makesAnInteraction)) {
        orphans.addAll(last.events);
        parts.remove(last);
      }
    }

    private OraclePart last() {
      return parts.get(parts.size() - 1);
    }

    private void place(InteractionEvent event) {
      Optional<OraclePart> holder =
          event.getPayload() instanceof SurveyAnswered answered
              ? surveyed(answered)
              : holder(event);
      if (holder.isPresent() || roles.isCloser(event) || !OracleEvents.isActivity(event)) {
        belong(event, holder.orElse(last()));
      } else if (!last().isSilentBefore(event)) {
        last().add(event, true);
      } else if (roles.isOpener(event)) {
        beginAfterSilence(event, false);
      } else if (roles.isFollowUp(event)) {
        followUp(event);
      } else {
        belong(event, last());
      }
    }

    /** "extend no part and begin none": activity within the gap, and an orphan beyond G. */
    private void belong(InteractionEvent event, OraclePart part) {
      if (OracleEvents.isActivity(event) && !part.isSilentBefore(event)) {
        part.add(event, true);
      } else if (part.reaches(event)) {
        part.add(event, false);
      } else {
        orphans.add(event);
      }
    }

    /** "the slowest replies must not vanish". */
    private void followUp(InteractionEvent event) {
      if (roles.isWaiting(last().events) && last().reaches(event)) {
        last().add(event, true);
      } else {
        beginAfterSilence(event, true);
      }
    }

    /** What begins the id is no follow-up of what is no interaction. */
    private void beginAfterSilence(InteractionEvent event, boolean followsUp) {
      dropIfNothing();
      begin(event, followsUp && !parts.isEmpty());
    }

    /**
     * The last part that holds what an event is about: "A leg is never cut in two", and a closer
     * belongs to what it closes.
     */
    private Optional<OraclePart> holder(InteractionEvent event) {
      return holding(about(event));
    }

    /**
     * "the part in which its survey was offered (survey_id, the latest offer before the answer;
     * else the part of its segment_id)".
     */
    private Optional<OraclePart> surveyed(SurveyAnswered answered) {
      String leg = answered.getSegmentId();
      return holding(List.of("survey", answered.getSurveyId()))
          .or(() -> leg == null ? Optional.empty() : holding(List.of("leg", leg)));
    }

    private Optional<OraclePart> holding(@Nullable List<String> about) {
      return about == null
          ? Optional.empty()
          : parts.stream()
              .filter(part -> part.events.stream().anyMatch(e -> about.equals(heldBy(e))))
              .reduce((earlier, later) -> later);
    }

    /** What an event belongs to wherever that began; null if to nothing. */
    private static @Nullable List<String> about(InteractionEvent event) {
      Object payload = event.getPayload();
      boolean mayBegin =
          payload instanceof QueueEntered
              || payload instanceof TransferRequested
              || payload instanceof AgentOffered
              || payload instanceof PendingStarted
              || payload instanceof SurveyOffered;
      return mayBegin ? null : heldBy(event);
    }

    /** The leg, visit, transfer, survey or offer that an event is of; null if of none. */
    private static @Nullable List<String> heldBy(InteractionEvent event) {
      Object payload = event.getPayload();
      String segment = OracleSegment.segmentId(payload);
      if (segment != null) {
        return List.of("leg", segment);
      }
      if (payload instanceof QueueEntered entered) {
        return List.of("visit", entered.getVisitId());
      }
      if (payload instanceof QueueExited exited) {
        return List.of("visit", exited.getVisitId());
      }
      if (payload instanceof TransferRequested requested) {
        return List.of("transfer", requested.getTransferId());
      }
      if (payload instanceof TransferClosed closed) {
        return List.of("transfer", closed.getTransferId());
      }
      if (payload instanceof SurveyOffered offered) {
        return List.of("survey", offered.getSurveyId());
      }
      if (payload instanceof PendingStarted started) {
        return List.of("pending", started.getOn().name());
      }
      if (payload instanceof PendingEnded ended) {
        return List.of("pending", ended.getOn().name());
      }
      if (payload instanceof AgentOffered offered) {
        return List.of("offer", offered.getSegmentId(), offered.getAgentId());
      }
      return payload instanceof AgentOfferClosed closed
          ? List.of("offer", closed.getSegmentId(), closed.getAgentId())
          : null;
    }
  }
}
