package org.contactroi.simulator.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
 * @param isHandedOff whether a stay or a turn of a person ends after its start
 */
record Spell(
    String bot, boolean isAnswered, boolean isConfirmed, boolean isRejected, boolean isHandedOff) {

  /** Returns all of an interaction, by start. */
  static List<Spell> all(Chapter chapter) {
    List<List<Turn>> groups = new ArrayList<>();
    for (Turn turn : chapter.turns()) {
      if (turn.isAutomatic()) {
        List<Turn> last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
        if (last == null || isParted(last.get(last.size() - 1), turn, chapter)) {
          last = new ArrayList<>();
          groups.add(last);
        }
        last.add(turn);
      }
    }
    return groups.stream().map(group -> of(group, chapter)).toList();
  }

  private static boolean isParted(Turn before, Turn after, Chapter chapter) {
    return Stream.concat(
            chapter.stays().stream().map(Stay::start),
            chapter.turns().stream().filter(Turn::isHuman).map(Turn::start))
        .anyMatch(start -> start > before.start() && start <= after.start());
  }

  private static Spell of(List<Turn> turns, Chapter chapter) {
    BotVerdict verdict = lastVerdict(turns, chapter);
    boolean isConfirmed =
        verdict != null && (verdict.isFulfilled() || verdict.confirmed() == Confirmation.POSITIVE);
    return new Spell(
        bot(turns),
        verdict != null && (verdict.isAnswered() || isConfirmed),
        isConfirmed,
        verdict != null && verdict.confirmed() == Confirmation.NEGATIVE,
        isFollowed(turns.get(0).start(), chapter));
  }

  private static @Nullable BotVerdict lastVerdict(List<Turn> turns, Chapter chapter) {
    BotVerdict last = null;
    long at = Long.MIN_VALUE;
    for (Turn turn : turns) {
      BotVerdict verdict = turn.verdict(chapter);
      if (verdict != null && turn.end() >= at) {
        last = verdict;
        at = turn.end();
      }
    }
    return last;
  }

  /** The last version that is stated, else the last id. */
  private static String bot(List<Turn> turns) {
    Stream<@Nullable String> versions =
        turns.stream()
            .filter(turn -> turn.seen().started() != null)
            .map(turn -> turn.leg().who().botVersion());
    Stream<@Nullable String> ids = turns.stream().map(Turn::participant);
    return last(versions, last(ids, Chapter.UNKNOWN));
  }

  private static String last(Stream<@Nullable String> names, String otherwise) {
    return names.filter(Objects::nonNull).reduce(otherwise, (one, other) -> other);
  }

  private static boolean isFollowed(long start, Chapter chapter) {
    return Stream.concat(
            chapter.stays().stream().map(Stay::end),
            chapter.turns().stream().filter(Turn::isHuman).map(Turn::end))
        .anyMatch(end -> end > start);
  }
}
