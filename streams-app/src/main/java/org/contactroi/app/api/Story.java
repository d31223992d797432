package org.contactroi.app.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.contactroi.interaction.BotSession;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.Leg;
import org.contactroi.interaction.Offer;
import org.contactroi.interaction.Reopening;
import org.contactroi.interaction.Sale;
import org.contactroi.interaction.Visit;
import org.jspecify.annotations.Nullable;

/** What happened in an interaction, as its fact says, in the order of time. */
final class Story {

  /**
   * Something that happened.
   *
   * @param at UTC ms
   * @param until UTC ms; null of a moment, and where no end is known
   * @param what in words of the contracts
   * @param who agent, bot or queue
   */
  record Line(long at, @Nullable Long until, String what, @Nullable String who) {

    ObjectNode json() {
      return JsonNodeFactory.instance
          .objectNode()
          .put("at", Instant.ofEpochMilli(at).toString())
          .put("until", until == null ? null : Instant.ofEpochMilli(until).toString())
          .put("what", what)
          .put("who", who);
    }
  }

  private final List<Line> lines = new ArrayList<>();

  Story(Interaction interaction) {
    add(interaction.start(), null, "begins, " + lower(interaction.direction()), null);
    interaction.visits().forEach(this::add);
    interaction.offers().forEach(this::add);
    interaction.legs().forEach(this::add);
    interaction.sessions().forEach(this::add);
    interaction.reopenings().forEach(this::add);
    interaction.sales().forEach(this::add);
    add(
        interaction.end(),
        null,
        interaction.endInferred() ? "over, as nothing more is heard of it" : "ends",
        null);
    lines.sort(Comparator.comparingLong(Line::at));
  }

  List<Line> lines() {
    return List.copyOf(lines);
  }

  private void add(Visit visit) {
    Long until = visit.endInferred() ? null : (Long) visit.end();
    add(visit.start(), until, "waits: " + lower(visit.outcome()), visit.queue());
  }

  private void add(Offer offer) {
    long from = offer.offered() == null ? offer.closed() : offer.offered();
    add(from, offer.closed(), "offered: " + lower(offer.outcome()), offer.agent());
  }

  private void add(Leg leg) {
    String what = lower(leg.participant()) + ", " + lower(leg.role());
    add(leg.start(), leg.open() ? null : (Long) leg.end(), what, leg.participantId());
    if (leg.hold() > 0) {
      add(leg.start(), leg.start() + leg.hold(), "on hold, in all", leg.participantId());
    }
    if (leg.afterWork() > 0) {
      add(leg.end(), leg.settle(), "after-contact work", leg.participantId());
    }
  }

  private void add(BotSession session) {
    add(session.start(), null, "bot session: " + outcome(session), session.bot());
  }

  private void add(Reopening reopening) {
    add(reopening.at(), null, "reopened by the customer", null);
  }

  private void add(Sale sale) {
    add(sale.at(), null, "sale", null);
  }

  private static String outcome(BotSession session) {
    if (session.notEngaged()) {
      return "nobody answered its greeting";
    }
    if (session.handoffFailed()) {
      return "was to hand off, and nobody came";
    }
    return session.handedOff() ? "handed off" : session.isHandled() ? "handled" : "not handled";
  }

  private void add(long at, @Nullable Long until, String what, @Nullable String who) {
    lines.add(new Line(at, until, what, who));
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
