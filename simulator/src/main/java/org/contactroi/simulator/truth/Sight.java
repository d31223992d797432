package org.contactroi.simulator.truth;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.contactroi.events.Confirmation;
import org.contactroi.events.Participant;
import org.contactroi.events.SegmentRole;
import org.contactroi.simulator.count.Countable;
import org.contactroi.simulator.count.Spell;
import org.contactroi.simulator.count.Stay;
import org.contactroi.simulator.count.Turn;
import org.contactroi.simulator.ledger.BotVerdict;
import org.contactroi.simulator.ledger.Leg;
import org.contactroi.simulator.ledger.Moment;
import org.jspecify.annotations.Nullable;

/**
 * What is seen of a leg.
 *
 * @param leg what really happened
 * @param started when it is seen to begin, null for never
 * @param ended when it is seen to end, null for never
 */
record Sight(Leg leg, @Nullable Long started, @Nullable Long ended) {

  private static final long MILLI = 1_000;

  private static final Comparator<Sight> ORDER =
      Comparator.comparingLong(Sight::start).thenComparing(sight -> sight.leg().id());

  /** Returns all of an interaction, by start. */
  static List<Sight> all(Chapter chapter) {
    return Stream.concat(chapter.all(Moment.LEG_STARTED), chapter.all(Moment.LEG_ENDED))
        .map(each -> (Leg) each.fact())
        .distinct()
        .map(leg -> of(leg, chapter))
        .sorted(ORDER)
        .toList();
  }

  private static Sight of(Leg leg, Chapter chapter) {
    return new Sight(
        leg, chapter.when(Moment.LEG_STARTED, leg.id()), chapter.when(Moment.LEG_ENDED, leg.id()));
  }

  /** Returns the turns of what is seen in an interaction. */
  static List<Turn> turns(List<Sight> all, Chapter chapter) {
    return all.stream().map(sight -> sight.turn(all, chapter)).toList();
  }

  private Turn turn(List<Sight> all, Chapter chapter) {
    Long known = ended == null ? nextPrimary(all) : ended;
    known = known == null && isHuman() ? chapter.told(start()) : known;
    boolean isOpen = known == null && isHuman();
    long end = known == null ? chapter.end() : known;
    String own = leg.queue();
    return new Turn(
        leg.id(),
        who(),
        own == null ? queueBefore(chapter) : own,
        start(),
        end,
        isOpen,
        MILLI * who().concurrency(),
        isOpen ? TurnTimes.none(end) : TurnTimes.of(this, end, chapter),
        word(chapter));
  }

  /** Returns what the source reported, which comes with the end. */
  Leg.@Nullable Parts reported() {
    return ended != null && leg.isReported() ? leg.parts() : null;
  }

  /** Returns when it began; what is not seen to begin did so as long before its end as reported. */
  long start() {
    if (started != null) {
      return started;
    }
    Leg.Parts reported = reported();
    long length = reported == null ? 0 : reported.talk() + reported.hold();
    return Objects.requireNonNull(ended) - length;
  }

  /** Only the begin says who it is. */
  private Leg.Who who() {
    Leg.Who who = leg.who();
    return started == null ? new Leg.Who(who.participant(), null, who.role(), null, null, 1) : who;
  }

  /** What a bot says comes with the end. */
  private Turn.@Nullable Word word(Chapter chapter) {
    BotVerdict verdict = ended == null ? null : chapter.verdict(leg.id());
    return verdict == null ? null : new Turn.Word(said(verdict), Objects.requireNonNull(ended));
  }

  private static Spell.Verdict said(BotVerdict verdict) {
    boolean isConfirmed = verdict.isFulfilled() || verdict.confirmed() == Confirmation.POSITIVE;
    return new Spell.Verdict(
        verdict.isEngaged(),
        verdict.isAnswered() || isConfirmed,
        isConfirmed,
        verdict.confirmed() == Confirmation.NEGATIVE,
        verdict.isHandingOff());
  }

  private @Nullable Long nextPrimary(List<Sight> all) {
    return all.stream()
        .filter(other -> other.leg().who().role() == SegmentRole.PRIMARY)
        .map(Sight::start)
        .filter(start -> start > start())
        .min(Long::compare)
        .orElse(null);
  }

  /** Whether a person can have taken over from a queue with it. */
  boolean isAnswer() {
    return isHuman() && leg.who().role() == SegmentRole.PRIMARY;
  }

  private boolean isHuman() {
    Participant participant = leg.who().participant();
    return participant == Participant.AGENT || participant == Participant.SUPERVISOR;
  }

  private String queueBefore(Chapter chapter) {
    Stay last = null;
    for (Stay stay : chapter.stays()) {
      if (stay.end() <= start() && (last == null || stay.end() >= last.end())) {
        last = stay;
      }
    }
    return last == null || last.queue().equals(Countable.UNKNOWN) ? chapter.queue() : last.queue();
  }
}
