package org.contactroi.oracle;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.contactroi.events.Author;
import org.contactroi.events.Channel;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.MessageSent;
import org.contactroi.events.Participant;
import org.contactroi.events.QueueEntered;

/** Milliseconds to the first response by anybody, by a bot, by a human; empty without one. */
final class OracleFirstResponse {

  final Optional<Long> any;
  final Optional<Long> bot;
  final Optional<Long> human;

  private final OracleInteraction interaction;

  OracleFirstResponse(OracleInteraction interaction) {
    this.interaction = interaction;
    boolean voice = interaction.channel == Channel.VOICE || interaction.channel == Channel.VIDEO;
    Optional<Long> asked = voice ? Optional.of(interaction.start) : firstByCustomer();
    this.any =
        since(asked, voice ? leg(leg -> isBot(leg) || leg.isHandled()) : message(true, true));
    this.bot = since(asked, voice ? leg(OracleFirstResponse::isBot) : message(true, false));
    Optional<Long> byHuman = voice ? leg(OracleLeg::isHandled) : message(false, true);
    this.human =
        since(byHuman.flatMap(this::lastQueueing).or(() -> asked), byHuman)
            .filter(response -> asked.isPresent());
  }

  private static boolean isBot(OracleLeg leg) {
    return leg.participant == Participant.BOT;
  }

  private static Optional<Long> since(Optional<Long> asked, Optional<Long> response) {
    return asked.flatMap(from -> response.map(to -> Math.max(0, to - from)));
  }

  /** "voice: first BOT or handled leg". */
  private Optional<Long> leg(Predicate<OracleLeg> isResponse) {
    return interaction.legs.stream().filter(isResponse).findFirst().map(leg -> leg.start);
  }

  private Optional<Long> firstByCustomer() {
    return OracleEvents.with(MessageSent.class, interaction.events).stream()
        .filter(event -> author(event) == Author.CUSTOMER)
        .findFirst()
        .map(OracleEvents::at);
  }

  /** "the first public, not automatic message by BOT or AGENT" after the customer's first. */
  private Optional<Long> message(boolean byBot, boolean byAgent) {
    List<InteractionEvent> messages = OracleEvents.with(MessageSent.class, interaction.events);
    boolean asked = false;
    for (InteractionEvent event : messages) {
      MessageSent message = (MessageSent) event.getPayload();
      boolean responds =
          (byBot && author(event) == Author.BOT) || (byAgent && author(event) == Author.AGENT);
      if (asked && responds && message.getIsPublic() && !message.getIsAutomatic()) {
        return Optional.of(OracleEvents.at(event));
      }
      asked |= author(event) == Author.CUSTOMER;
    }
    return Optional.empty();
  }

  private static Author author(InteractionEvent event) {
    return ((MessageSent) event.getPayload()).getAuthor();
  }

  /** "human starts at the last `QueueEntered` before it if there is one". */
  private Optional<Long> lastQueueing(long response) {
    return OracleEvents.with(QueueEntered.class, interaction.events).stream()
        .map(OracleEvents::at)
        .filter(entered -> entered <= response)
        .max(Long::compare);
  }
}
