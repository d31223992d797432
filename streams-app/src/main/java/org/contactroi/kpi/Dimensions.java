package org.contactroi.kpi;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.contactroi.episode.Member;
import org.contactroi.interaction.Interaction;
import org.jspecify.annotations.Nullable;

/**
 * Values of the dimensions of one contribution; {@code unknown} where there is none. It counts in
 * no slice by a dimension that it does not have at all.
 *
 * @param channel empty when it belongs to no interaction
 * @param bot version of the interaction's first bot session, else the bot's id
 * @param team of the agent; empty when it belongs to none
 * @param attributes by name
 */
public record Dimensions(
    String channel,
    String queue,
    String issue,
    String bot,
    String team,
    Map<String, String> attributes) {

  /** Of what belongs to nothing that has any, and counts in the slice of all alone. */
  public static final Dimensions NONE = new Dimensions("", "", "", "", "", Map.of());

  private static final String NO_TEAM = "";

  public Dimensions {
    attributes = Map.copyOf(attributes);
  }

  /** Those of what an agent does or says, which has a team and nothing else. */
  public static Dimensions ofTeam(@Nullable String team) {
    return new Dimensions("", "", "", "", team == null ? Interaction.UNKNOWN : team, Map.of());
  }

  /** Those of an offer to an agent. */
  public static Dimensions ofOffer(String team, String queue) {
    return new Dimensions(
        Interaction.UNKNOWN, queue, Interaction.UNKNOWN, Interaction.UNKNOWN, team, Map.of());
  }

  /** Those of an interaction. */
  public static Dimensions of(Interaction interaction) {
    return new Dimensions(
        interaction.channel().name(),
        interaction.queue(),
        interaction.issue(),
        interaction.bot(),
        NO_TEAM,
        interaction.attributes());
  }

  /** Those of a member of an episode. */
  public static Dimensions of(Member member) {
    return new Dimensions(
        member.channel().name(),
        member.queue(),
        member.issue(),
        member.bot(),
        NO_TEAM,
        member.attributes());
  }

  /** Whether it falls into the slices of a kind. */
  public boolean hasSlice(SliceBy by) {
    for (Dimension dimension : by.dimensions()) {
      String decides = dimension == Dimension.Fixed.TEAM ? team : channel;
      if (decides.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** The same, but of a leg or a visit with a queue of its own. */
  public Dimensions withQueue(String own) {
    return new Dimensions(channel, own, issue, bot, team, attributes);
  }

  /** The same with some of the attributes, by their names, which are any that events state. */
  Dimensions retaining(Predicate<String> attribute) {
    Map<String, String> retained = new HashMap<>(attributes);
    retained.keySet().removeIf(attribute.negate());
    return new Dimensions(channel, queue, issue, bot, team, retained);
  }

  /** The value in a slice. */
  String value(Dimension dimension) {
    if (dimension instanceof Dimension.Attribute attribute) {
      return attributes.getOrDefault(attribute.name(), Interaction.UNKNOWN);
    }
    return switch ((Dimension.Fixed) dimension) {
      case CHANNEL -> channel;
      case QUEUE -> queue;
      case ISSUE -> issue;
      case BOT -> bot;
      case TEAM -> team;
    };
  }
}
