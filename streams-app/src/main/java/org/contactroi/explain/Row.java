package org.contactroi.explain;

import java.util.Comparator;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.contactroi.episode.Episode;
import org.contactroi.episode.Member;
import org.contactroi.interaction.HandledBy;
import org.contactroi.interaction.Interaction;
import org.contactroi.kpi.Totals;

/**
 * What one fact contributes to a total.
 *
 * @param id of the interaction or the episode
 * @param start UTC ms
 * @param end UTC ms
 * @param channel of the interaction, or of the episode's first one; likewise queue and issue
 * @param handledBy {@code human}, {@code bot_only} or {@code none}
 * @param interactions 1, or those of the episode
 * @param totals its part, not 0
 */
public record Row(
    String id,
    long start,
    long end,
    String channel,
    String queue,
    String issue,
    String handledBy,
    int interactions,
    Totals totals) {

  /** By start, then by id. */
  public static final Comparator<Row> BY_TIME =
      Comparator.comparingLong(Row::start).thenComparing(Row::id);

  static Row of(Interaction interaction, Totals totals) {
    return new Row(
        interaction.id().text(),
        interaction.start(),
        interaction.end(),
        interaction.channel().name(),
        interaction.queue(),
        interaction.issue(),
        name(interaction.handledBy()),
        1,
        totals);
  }

  static Row of(String id, Episode episode, Totals totals) {
    Member first = episode.first();
    return new Row(
        id,
        episode.start(),
        episode.end(),
        first.channel().name(),
        first.queue(),
        first.issue(),
        name(handledBy(episode)),
        episode.members().size(),
        totals);
  }

  /** The same with names that many rows have, each kept once. */
  Row sharing(UnaryOperator<String> names) {
    return new Row(
        id,
        start,
        end,
        channel,
        names.apply(queue),
        names.apply(issue),
        names.apply(handledBy),
        interactions,
        totals);
  }

  /** By humans once one of its interactions was, else by bots alone once one was handled. */
  private static HandledBy handledBy(Episode episode) {
    if (episode.members().stream().anyMatch(Member::isHandledByHuman)) {
      return HandledBy.HUMAN;
    }
    return episode.members().stream().anyMatch(Member::handled)
        ? HandledBy.BOT_ONLY
        : HandledBy.NONE;
  }

  private static String name(HandledBy handledBy) {
    return handledBy.name().toLowerCase(Locale.ROOT);
  }
}
