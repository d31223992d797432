package org.contactroi.interaction.fold;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.contactroi.interaction.Leg;
import org.contactroi.interaction.Utf8Order;
import org.contactroi.interaction.event.Payload;
import org.contactroi.interaction.event.Role;
import org.jspecify.annotations.Nullable;

/** Computes the legs of an interaction, by segment id. */
final class LegFold {

  private static final Comparator<LegDraft> BY_START =
      Comparator.comparingLong(LegDraft::start)
          .thenComparing(LegDraft::segmentId, Utf8Order.INSTANCE);

  private final Map<String, LegDraft> drafts = new HashMap<>();
  private @Nullable List<LegDraft> byStart;
  private long position;

  /**
   * Adds what an event says.
   *
   * @param late after a silence longer than the gap: no duration is derived beyond the end
   */
  void add(Payload payload, long at, boolean late) {
    position++;
    if (payload instanceof Payload.SegmentStarted started) {
      draft(started.segmentId()).begin(started, at);
    } else if (payload instanceof Payload.SegmentEnded ended) {
      draft(ended.segmentId()).finish(ended, at, position, late);
    } else if (payload instanceof Payload.HoldStarted hold) {
      draft(hold.segmentId()).holds().start(at, late);
    } else if (payload instanceof Payload.HoldEnded hold) {
      draft(hold.segmentId()).holds().end(at, late);
    } else if (payload instanceof Payload.AfterWorkStarted work) {
      draft(work.segmentId()).afterWork().start(at, late);
    } else if (payload instanceof Payload.AfterWorkEnded work) {
      draft(work.segmentId()).afterWork().end(at, late);
    }
  }

  /** What is known of a leg; null of one that no event names. */
  @Nullable LegDraft leg(String segmentId) {
    return drafts.get(segmentId);
  }

  private LegDraft draft(String segmentId) {
    return drafts.computeIfAbsent(segmentId, LegDraft::new);
  }

  /** Queue that the first leg with one states. */
  @Nullable String firstQueue() {
    for (LegDraft draft : byStart()) {
      if (draft.queue() != null) {
        return draft.queue();
      }
    }
    return null;
  }

  /**
   * The legs by (start, segment id).
   *
   * @param interactionEnd end of legs that no end and no later PRIMARY leg has, UTC ms
   * @param ends when somebody ended the interaction
   */
  List<FoldedLeg> legs(long interactionEnd, EndFold ends, LegQueues queues, boolean outbound) {
    List<LegDraft> ordered = byStart();
    NavigableSet<Long> primaryStarts = primaryStarts(ordered);
    List<FoldedLeg> legs = new ArrayList<>(ordered.size());
    for (LegDraft draft : ordered) {
      Long end = end(draft, primaryStarts, ends);
      String queue = queues.of(draft.queue(), draft.start());
      boolean isOpen = end == null && draft.isHuman();
      long until = end == null ? interactionEnd : end;
      Long cap = draft.cap(interactionEnd);
      LegTimes times = isOpen ? LegTimes.NONE : LegTimes.of(draft, until, cap, outbound);
      legs.add(
          new FoldedLeg(
              leg(draft, until, queue, times, isOpen),
              times.length(),
              draft.bot(),
              draft.botReportedAt()));
    }
    return legs;
  }

  private List<LegDraft> byStart() {
    List<LegDraft> ordered = byStart;
    if (ordered == null) {
      ordered = new ArrayList<>(drafts.values());
      ordered.removeIf(draft -> !draft.isLeg());
      ordered.sort(BY_START);
      byStart = ordered;
    }
    return ordered;
  }

  private static NavigableSet<Long> primaryStarts(List<LegDraft> ordered) {
    NavigableSet<Long> starts = new TreeSet<>();
    for (LegDraft draft : ordered) {
      if (draft.role() == Role.PRIMARY) {
        starts.add(draft.start());
      }
    }
    return starts;
  }

  /** The next PRIMARY leg is one that starts later; two that start together end neither. */
  private static @Nullable Long end(
      LegDraft draft, NavigableSet<Long> primaryStarts, EndFold ends) {
    Long seen = draft.end();
    if (seen != null) {
      return seen;
    }
    Long next = primaryStarts.higher(draft.start());
    return next == null && draft.isHuman() ? ends.told(draft.start()) : next;
  }

  /** The legs that can have answered a visit, by start. */
  List<LegDraft> answers() {
    return byStart().stream()
        .filter(draft -> draft.isHuman() && draft.role() == Role.PRIMARY)
        .toList();
  }

  private static Leg leg(LegDraft draft, long end, String queue, LegTimes times, boolean isOpen) {
    Long workEnd = draft.afterWork().lastEnd();
    return new Leg(
        draft.segmentId(),
        draft.participant(),
        draft.role(),
        draft.participantId(),
        draft.agentGrade(),
        draft.botVersion(),
        queue,
        draft.start(),
        end,
        workEnd == null ? Math.addExact(end, times.afterWork().length()) : workEnd,
        draft.isSettleSeen(),
        times.talk().length(),
        times.hold().length(),
        times.afterWork().length(),
        times.handle(),
        times.effort(draft.concurrencyMilli()),
        times.isMismatch(),
        draft.isImputed(),
        times.isClockStep(),
        isOpen);
  }
}
