package org.contactroi.simulator.center;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.contactroi.events.Participant;
import org.contactroi.events.SegmentRole;
import org.contactroi.simulator.center.people.Person;
import org.contactroi.simulator.ledger.Leg;
import org.contactroi.simulator.scenario.Bot;
import org.contactroi.simulator.scenario.Rollout;
import org.contactroi.simulator.scenario.Rollout.Assist;
import org.contactroi.simulator.scenario.Rollout.Step;
import org.jspecify.annotations.Nullable;

/** Which bots and which help there are, when and for whom. */
final class Automation {

  static final String HOLDOUT = "holdout";
  static final String TREATMENT = "treatment";

  private final Center center;
  private final List<Bot> bots;
  private final Rollout rollout;
  private final LocalDate dayZero;

  Automation(Center center) {
    this.center = center;
    this.bots = center.tenant().service().bots();
    this.rollout = center.tenant().rollout();
    this.dayZero = center.clock().date(center.run().dayZero().toEpochMilli());
  }

  /** A bot that meets a customer. */
  record Meeting(Bot bot, Bot.Version version) {

    Leg.Who who() {
      Participant participant = bot.isMenu() ? Participant.IVR : Participant.BOT;
      SegmentRole role = SegmentRole.PRIMARY;
      return new Leg.Who(participant, bot.id(), role, null, version.name(), 1);
    }
  }

  /** Returns the day of the scenario, 0 the first. */
  long day(long now) {
    return day(center.clock().date(now));
  }

  long day(LocalDate date) {
    return date.toEpochDay() - dayZero.toEpochDay();
  }

  LocalDate date(int day) {
    return dayZero.plusDays(day);
  }

  /** Returns the bots that a contact meets, in their order. */
  List<Meeting> meetings(long now, Contact contact) {
    double rank = contact.need().person().rank();
    List<Meeting> meetings = new ArrayList<>();
    for (Bot bot : bots) {
      Step step = serves(bot, contact) ? step(bot, now, rank) : null;
      if (step != null) {
        meetings.add(new Meeting(bot, step.version()));
      }
    }
    return meetings;
  }

  private static boolean serves(Bot bot, Contact contact) {
    return contact.isInbound() && bot.channels().contains(contact.medium().channel());
  }

  /** Returns the last step so far that a customer takes part in, null for none. */
  private @Nullable Step step(Bot bot, long now, double rank) {
    Step last = null;
    for (Step step : rollout.steps()) {
      boolean isDone = step.bot().equals(bot.id()) && step.day() <= day(now);
      if (isDone && isMet(bot, step, rank)) {
        last = step;
      }
    }
    return last;
  }

  /** Customers are held out from below; the others take part from there on up. */
  private boolean isMet(Bot bot, Step step, double rank) {
    double holdout = bot.isMenu() ? 0 : rollout.holdout();
    return rank >= holdout && rank < holdout + step.share() * (1 - holdout);
  }

  /** Returns whether a bot could take part in contacts of a kind, now or in time. */
  boolean couldMeet(Contact contact) {
    return bots.stream().anyMatch(bot -> !bot.isMenu() && serves(bot, contact));
  }

  /** Returns the arm of the experiment that a person is in; null before it begins. */
  @Nullable String arm(long now, Person person) {
    double rank = person.rank();
    if (rank < rollout.holdout()) {
      return isBegun(now) ? HOLDOUT : null;
    }
    boolean isTreated =
        assist(now) != null
            || bots.stream().anyMatch(bot -> !bot.isMenu() && step(bot, now, rank) != null);
    return isTreated ? TREATMENT : null;
  }

  private boolean isBegun(long now) {
    // Who is just not held out is among the first who take part.
    return assist(now) != null
        || bots.stream()
            .anyMatch(bot -> !bot.isMenu() && step(bot, now, rollout.holdout()) != null);
  }

  /** Returns the help there is for agents; null for none yet. */
  @Nullable Assist assist(long now) {
    Assist assist = rollout.assist();
    return assist != null && assist.day() <= day(now) ? assist : null;
  }

  /** Returns the help there is for an agent on a leg, null for none. */
  @Nullable Assist assist(long now, Contact contact, String leg) {
    Assist assist = assist(now);
    boolean isHeldOut = contact.need().person().rank() < rollout.holdout();
    boolean isHelped = assist != null && contact.chance(leg + "/helped", assist.share());
    return isHelped && !isHeldOut ? assist : null;
  }
}
