package org.contactroi.kpi;

import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.Leg;
import org.contactroi.interaction.Visit;

/** Values of the dimensions of one contribution. */
public record Dimensions(String channel, String queue, String issue) {

  static Dimensions of(Interaction interaction) {
    return new Dimensions(interaction.channel().name(), interaction.queue(), interaction.issue());
  }

  static Dimensions of(Interaction interaction, Leg leg) {
    return new Dimensions(interaction.channel().name(), leg.queue(), interaction.issue());
  }

  static Dimensions of(Interaction interaction, Visit visit) {
    return new Dimensions(interaction.channel().name(), visit.queue(), interaction.issue());
  }

  String value(Dimension dimension) {
    return switch (dimension) {
      case CHANNEL -> channel;
      case QUEUE -> queue;
      case ISSUE -> issue;
    };
  }
}
