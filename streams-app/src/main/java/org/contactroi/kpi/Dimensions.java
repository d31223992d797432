package org.contactroi.kpi;

import java.util.List;
import java.util.Map;
import org.contactroi.interaction.BotSession;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.Leg;
import org.contactroi.interaction.Visit;
import org.jspecify.annotations.Nullable;

/**
 * Values of the dimensions of one contribution; {@code unknown} where there is none.
 *
 * @param bot version of the interaction's first bot session
 * @param team of the agent; occupancy only
 * @param attributes by name
 */
public record Dimensions(
    String channel,
    String queue,
    String issue,
    String bot,
    String team,
    Map<String, String> attributes) {

  public Dimensions {
    attributes = Map.copyOf(attributes);
  }

  /** Those of an agent's time, which has a team and nothing else. */
  public static Dimensions ofTeam(@Nullable String team) {
    return new Dimensions(
        Interaction.UNKNOWN,
        Interaction.UNKNOWN,
        Interaction.UNKNOWN,
        Interaction.UNKNOWN,
        team == null ? Interaction.UNKNOWN : team,
        Map.of());
  }

  static Dimensions of(Interaction interaction) {
    return of(interaction, interaction.queue());
  }

  static Dimensions of(Interaction interaction, Leg leg) {
    return of(interaction, leg.queue());
  }

  static Dimensions of(Interaction interaction, Visit visit) {
    return of(interaction, visit.queue());
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

  private static Dimensions of(Interaction interaction, String queue) {
    return new Dimensions(
        interaction.channel().name(),
        queue,
        interaction.issue(),
        bot(interaction.sessions()),
        Interaction.UNKNOWN,
        interaction.attributes());
  }

  private static String bot(List<BotSession> sessions) {
    String version = sessions.isEmpty() ? null : sessions.get(0).botVersion();
    return version == null ? Interaction.UNKNOWN : version;
  }
}
