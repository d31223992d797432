package org.contactroi.simulator.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.contactroi.events.BotReport;
import org.contactroi.events.Confirmation;
import org.jspecify.annotations.Nullable;

/**
 * A session of bots and menus: turns that follow each other without a stay in a queue, a turn of a
 * person or a reopening by the customer between them.
 *
 * @param bot version of its bot, else its id
 * @param verdict what the bot said of it
 * @param fate what became of the customer
 * @param inVainSince since when a person has been asked for in vain, whoever came in the end; the
 *     greatest number for never
 */
public record Spell(String bot, long start, Verdict verdict, Fate fate, long inVainSince) {

  /** What becomes of a customer in a session. */
  public enum Fate {
    /** The customer did nothing. */
    NOT_ENGAGED,
    /** A stay or a turn of a person ends after the session's start. */
    HANDED_OFF,
    /** The customer was to get a person and did not. */
    HANDOFF_FAILED,
    /** The customer stayed with the bot. */
    KEPT
  }

  /**
   * What the last record of a session's bots says.
   *
   * @param isEngaged whether the customer did anything; true without a record
   * @param isAnswered whether there was an answer
   * @param isConfirmed whether the task was completed or the customer said yes
   * @param isRejected whether the customer said no
   * @param isHandoffWanted whether it gives a reason for a handoff
   */
  public record Verdict(
      boolean isEngaged,
      boolean isAnswered,
      boolean isConfirmed,
      boolean isRejected,
      boolean isHandoffWanted) {

    private static final Verdict NONE = new Verdict(true, false, false, false, false);

    /** Returns what a record says. */
    public static Verdict of(BotReport report) {
      boolean isConfirmed = report.getFulfilled() || report.getConfirmed() == Confirmation.POSITIVE;
      return new Verdict(
          report.getEngaged(),
          report.getAnswered() || isConfirmed,
          isConfirmed,
          report.getConfirmed() == Confirmation.NEGATIVE,
          report.getHandoffReason() != null);
    }
  }

  /**
   * What goes on beside the sessions of an interaction.
   *
   * @param stays in queues, by start
   * @param people turns of people, by start
   * @param handoffs asked for
   * @param reopenings by the customer
   * @param canBeIdle whether nothing but a bot was there, and the customer did nothing
   */
  private record Beside(
      List<Stay> stays,
      List<Turn> people,
      List<Handoff> handoffs,
      List<Long> reopenings,
      boolean canBeIdle) {

    boolean part(Turn before, Turn after) {
      return Stream.of(
              stays.stream().map(Stay::start),
              people.stream().map(Turn::start),
              reopenings.stream())
          .flatMap(starts -> starts)
          .anyMatch(start -> start > before.start() && start <= after.start());
    }

    boolean follow(long start) {
      return Stream.concat(stays.stream().map(Stay::end), people.stream().map(Turn::end))
          .anyMatch(end -> end > start);
    }
  }

  /**
   * Returns the sessions among turns.
   *
   * @param turns by start
   * @param stays by start
   * @param reopenings by the customer
   * @param isSilent whether nobody but bots did anything in an interaction in which a customer who
   *     does nothing is none
   */
  public static List<Spell> among(
      List<Turn> turns,
      List<Stay> stays,
      List<Handoff> handoffs,
      List<Long> reopenings,
      boolean isSilent) {
    List<Turn> people = turns.stream().filter(Turn::isHuman).toList();
    boolean canBeIdle = isSilent && stays.isEmpty() && people.isEmpty();
    Beside beside = new Beside(stays, people, handoffs, reopenings, canBeIdle);
    List<List<Turn>> groups = groups(turns, beside);
    List<Spell> spells = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      long next = i + 1 < groups.size() ? start(groups.get(i + 1)) : Long.MAX_VALUE;
      spells.add(of(groups.get(i), next, beside));
    }
    return spells;
  }

  private static List<List<Turn>> groups(List<Turn> turns, Beside beside) {
    List<List<Turn>> groups = new ArrayList<>();
    for (Turn turn : turns) {
      if (turn.isAutomatic()) {
        List<Turn> last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
        if (last == null || beside.part(last.get(last.size() - 1), turn)) {
          last = new ArrayList<>();
          groups.add(last);
        }
        last.add(turn);
      }
    }
    return groups;
  }

  private static long start(List<Turn> group) {
    return group.get(0).start();
  }

  /** The session of the turns; {@code next} is when the next one begins. */
  private static Spell of(List<Turn> turns, long next, Beside beside) {
    long start = start(turns);
    Verdict verdict = lastVerdict(turns);
    long firstFailed =
        beside.handoffs.stream()
            .filter(handoff -> handoff.at() >= start && handoff.at() < next)
            .filter(Handoff::isFailed)
            .mapToLong(Handoff::at)
            .min()
            .orElse(Long.MAX_VALUE);
    long inVainSince = verdict.isHandoffWanted ? start : firstFailed;
    boolean isInVain = inVainSince < Long.MAX_VALUE;
    Fate fate = fate(start, verdict, isInVain, beside);
    return new Spell(bot(turns), start, verdict, fate, inVainSince);
  }

  private static Fate fate(long start, Verdict verdict, boolean isHandoffFailed, Beside beside) {
    boolean saidNothing = !verdict.isEngaged && !verdict.isAnswered && !verdict.isHandoffWanted;
    if (beside.canBeIdle && saidNothing) {
      return Fate.NOT_ENGAGED;
    }
    if (beside.follow(start)) {
      return Fate.HANDED_OFF;
    }
    return isHandoffFailed ? Fate.HANDOFF_FAILED : Fate.KEPT;
  }

  boolean isEngaged() {
    return fate != Fate.NOT_ENGAGED;
  }

  boolean isHandoffFailed() {
    return fate == Fate.HANDOFF_FAILED;
  }

  /** Whether it deals with the customer: it answered, and nobody else was to. */
  boolean isHandled() {
    return fate == Fate.KEPT && verdict.isAnswered;
  }

  /** Of those said at one time that of the later turn. */
  private static Verdict lastVerdict(List<Turn> turns) {
    return turns.stream()
        .map(Turn::word)
        .filter(Objects::nonNull)
        .sorted(Comparator.comparingLong(Turn.Word::order))
        .map(Turn.Word::verdict)
        .reduce((earlier, later) -> later)
        .orElse(Verdict.NONE);
  }

  /** The last version that is stated, else the last id. */
  private static String bot(List<Turn> turns) {
    String id = last(turns, turn -> turn.who().id(), Countable.UNKNOWN);
    return last(turns, turn -> turn.who().botVersion(), id);
  }

  private static String last(
      List<Turn> turns, Function<Turn, @Nullable String> name, String otherwise) {
    return turns.stream().map(name).filter(Objects::nonNull).reduce(otherwise, (a, b) -> b);
  }
}
