package org.contactroi.simulator.count;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.contactroi.events.Author;
import org.contactroi.events.EndedBy;
import org.contactroi.simulator.ledger.Assertion;
import org.contactroi.simulator.ledger.Message;
import org.contactroi.simulator.ledger.Moment;

/** Whether and when a contact is resolved, and how soon customers got their replies. */
final class Resolution {

  /** Who ends what is done. */
  private static final Set<EndedBy> DONE = EnumSet.of(EndedBy.CUSTOMER, EndedBy.AGENT, EndedBy.BOT);

  private final Countable interaction;
  private final Amounts amounts = new Amounts();

  Resolution(Countable interaction) {
    this.interaction = interaction;
  }

  Amounts amounts() {
    boolean isEnded = interaction.course().endedBy() != null;
    Optional<Long> resolved = resolvedAt();
    amounts
        .count("ended", isEnded || resolved.isPresent())
        .count("resolved", resolved.isPresent())
        .add("reopenings", interaction.reopened().within().size());
    resolved.ifPresent(this::addTime);
    addReplies();
    return amounts;
  }

  /** The last assertion decides, else the end, both since the customer reopened it. */
  private Optional<Long> resolvedAt() {
    Optional<Seen> last =
        interaction
            .all(Moment.ASSERTION)
            .filter(assertion -> assertion.at() >= begin())
            .reduce((earlier, later) -> later);
    if (last.isPresent()) {
      return last.filter(assertion -> ((Assertion) assertion.fact()).isResolved()).map(Seen::at);
    }
    EndedBy endedBy = interaction.course().endedBy();
    return endedBy != null && DONE.contains(endedBy) && interaction.isHandledInTheEnd()
        ? Optional.of(interaction.end())
        : Optional.empty();
  }

  /** The start, or the last time the customer reopened it. */
  private long begin() {
    return interaction.reopened().within().stream().reduce(interaction.start(), Math::max);
  }

  private void addTime(long resolved) {
    List<Span> ours = new Span(begin(), resolved).without(interaction.course().pending());
    long time = ours.stream().mapToLong(Span::length).sum();
    long business = ours.stream().mapToLong(interaction.rules()::business).sum();
    amounts
        .add("resolution_ms", time)
        .add("resolution_business_ms", business)
        .sample("resolution_histogram", time)
        .sample("resolution_business_histogram", business);
  }

  /** From the first message that waits to the next of an agent; that of a bot is no sample. */
  private void addReplies() {
    Long asked = null;
    for (Seen seen : interaction.all(Moment.MESSAGE).toList()) {
      Message message = (Message) seen.fact();
      if (message.author() == Author.CUSTOMER) {
        asked = asked == null ? Long.valueOf(seen.at()) : asked;
      } else if (isReply(message)) {
        if (asked != null && message.author() == Author.AGENT) {
          addReply(seen.at() - asked);
        }
        asked = null;
      }
    }
  }

  private static boolean isReply(Message message) {
    boolean isOfUs = message.author() == Author.AGENT || message.author() == Author.BOT;
    return isOfUs && !message.isAutomatic();
  }

  private void addReply(long time) {
    amounts.add("replies", 1).add("reply_ms", time).sample("reply_histogram", time);
  }
}
