package org.contactroi.interaction.fold;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.contactroi.interaction.FirstResponses;
import org.contactroi.interaction.Leg;
import org.contactroi.interaction.OpeningHours;
import org.contactroi.interaction.Response;
import org.contactroi.interaction.event.Author;
import org.contactroi.interaction.event.Channel;
import org.contactroi.interaction.event.Participant;
import org.contactroi.interaction.event.Payload;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first responses. In writing it is the first public message, not an automatic one, by a
 * bot or an agent that follows the customer's first message; on voice and video the first bot leg
 * or handled leg.
 */
final class ResponseFold {

  /** When it was our turn: the customer entered a queue or reopened it. */
  private final TreeSet<Long> turns = new TreeSet<>();

  private @Nullable Long askedAt;
  private @Nullable Long botAt;
  private @Nullable Long agentAt;

  void add(Payload payload, long at) {
    if (payload instanceof Payload.QueueEntered || ReopeningFold.isByCustomer(payload)) {
      turns.add(at);
    } else if (payload instanceof Payload.MessageSent message) {
      addMessage(message, at);
    }
  }

  private void addMessage(Payload.MessageSent message, long at) {
    boolean responds = askedAt != null && message.isPublic() && !message.isAutomatic();
    if (message.author() == Author.CUSTOMER) {
      askedAt = askedAt == null ? Long.valueOf(at) : askedAt;
    } else if (responds && message.author() == Author.BOT) {
      botAt = botAt == null ? Long.valueOf(at) : botAt;
    } else if (responds && message.author() == Author.AGENT) {
      agentAt = agentAt == null ? Long.valueOf(at) : agentAt;
    }
  }

  /**
   * The first responses.
   *
   * @param start of the interaction, UTC ms
   * @param legs by start
   * @param hours for the part in business time
   */
  FirstResponses toResponses(Channel channel, long start, List<Leg> legs, OpeningHours hours) {
    if (channel.isVoice()) {
      return responses(
          hours,
          start,
          firstStart(legs, leg -> leg.participant() == Participant.BOT),
          firstStart(legs, Leg::isHandled));
    }
    return askedAt == null ? FirstResponses.NONE : responses(hours, askedAt, botAt, agentAt);
  }

  private FirstResponses responses(
      OpeningHours hours, long asked, @Nullable Long bot, @Nullable Long human) {
    Long queued = human == null ? null : turns.floor(human);
    return new FirstResponses(
        response(hours, asked, earlier(bot, human)),
        response(hours, asked, bot),
        response(hours, queued == null ? asked : queued, human));
  }

  private static @Nullable Long firstStart(List<Leg> legs, Predicate<Leg> wanted) {
    for (Leg leg : legs) {
      if (wanted.test(leg)) {
        return leg.start();
      }
    }
    return null;
  }

  private static @Nullable Long earlier(@Nullable Long left, @Nullable Long right) {
    if (left == null || right == null) {
      return left == null ? right : left;
    }
    return Math.min(left, right);
  }

  private static @Nullable Response response(OpeningHours hours, long from, @Nullable Long at) {
    return at == null ? null : new Response(Math.max(0, at - from), hours.openTime(from, at));
  }
}
