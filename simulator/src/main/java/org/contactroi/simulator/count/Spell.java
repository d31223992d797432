package org.contactroi.simulator.count;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.contactroi.events.Confirmation;
import org.contactroi.simulator.ledger.BotVerdict;
import org.jspecify.annotations.Nullable;

/**
 * A session of bots and menus: turns that follow each other without a stay in a queue or a turn of
 * a person between them.
 *
 * @param bot version of its bot, else its id
 * @param isAnswered whether there was an answer
 * @param isConfirmed whether the task was completed or the customer said yes
 * @param isRejected whether the customer said no
 * @param isHandoffFailed whether the customer was to get a person and did not
 * @param isHandedOff whether a stay or a turn of a person ends after its start
 */
public record Spell(
    String bot,
    boolean isAnswered,
    boolean isConfirmed,
    boolean isRejected,
    boolean isHandoffFailed,
    boolean isHandedOff) {

  /** Stays in queues and turns of people: what parts sessions and follows them. */
  private record Others(List<Stay> stays, List<Turn> people) {

    boolean part(Turn before, Turn after) {
      return Stream.concat(stays.stream().map(Stay::start), people.stream().map(Turn::start))
          .anyMatch(start -> start > before.start() && start <= after.start());
    }

    boolean follow(Turn first) {
      return Stream.concat(stays.stream().map(Stay::end), people.stream().map(Turn::end))
          .anyMatch(end -> end > first.start());
    }
  }

  /** Whether the bot dealt with it. */
  boolean isHandled() {
    return isAnswered && !isHandedOff && !isHandoffFailed;
  }

  /**
   * Returns the sessions among turns, both by start.
   *
   * @param failedHandoffs when transfers to a person began that came to nothing
   */
  public static List<Spell> among(
      List<Turn> turns, List<Stay> stays, Collection<Long> failedHandoffs) {
    Others others = new Others(stays, turns.stream().filter(Turn::isHuman).toList());
    List<List<Turn>> groups = new ArrayList<>();
    for (Turn turn : turns) {
      if (turn.isAutomatic()) {
        List<Turn> last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
        if (last == null || others.part(last.get(last.size() - 1), turn)) {
          last = new ArrayList<>();
          groups.add(last);
        }
        last.add(turn);
      }
    }
    List<Spell> spells = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      long from = groups.get(i).get(0).start();
      long to = i + 1 < groups.size() ? groups.get(i + 1).get(0).start() : Long.MAX_VALUE;
      boolean isFailed = failedHandoffs.stream().anyMatch(at -> at >= from && at < to);
      spells.add(of(groups.get(i), others, isFailed));
    }
    return spells;
  }

  private static Spell of(List<Turn> turns, Others others, boolean isFailed) {
    BotVerdict verdict = lastVerdict(turns);
    boolean isConfirmed =
        verdict != null && (verdict.isFulfilled() || verdict.confirmed() == Confirmation.POSITIVE);
    boolean isHandedOff = others.follow(turns.get(0));
    return new Spell(
        bot(turns),
        verdict != null && (verdict.isAnswered() || isConfirmed),
        isConfirmed,
        verdict != null && verdict.confirmed() == Confirmation.NEGATIVE,
        !isHandedOff && (isFailed || (verdict != null && verdict.isHandingOff())),
        isHandedOff);
  }

  /** Of those said at one time that of the later turn. */
  private static @Nullable BotVerdict lastVerdict(List<Turn> turns) {
    return turns.stream()
        .map(Turn::word)
        .filter(Objects::nonNull)
        .sorted(Comparator.comparingLong(Turn.Word::order))
        .map(Turn.Word::verdict)
        .reduce((earlier, later) -> later)
        .orElse(null);
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
