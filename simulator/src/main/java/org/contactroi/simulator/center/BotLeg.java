package org.contactroi.simulator.center;

import java.util.function.BiConsumer;
import org.contactroi.events.Author;
import org.contactroi.events.BotReport;
import org.contactroi.events.Confirmation;
import org.contactroi.events.EndedBy;
import org.contactroi.simulator.center.Automation.Meeting;
import org.contactroi.simulator.ledger.BotVerdict;
import org.contactroi.simulator.random.RandomStream;
import org.contactroi.simulator.scenario.Bot;
import org.contactroi.simulator.scenario.Mode;
import org.contactroi.simulator.scenario.Model;
import org.jspecify.annotations.Nullable;

/** A customer talks with a bot or a menu, turn by turn. */
final class BotLeg {

  private static final double INTENT_FOUND = 0.92;
  private static final double ANSWERED_BEFORE_HANDOFF = 0.1;
  private static final long LAST_THOUGHT = 3_000;

  private final Center center;
  private final Contact contact;
  private final Meeting meeting;
  private final String id;
  private final @Nullable DeadEnd deadEnd;
  private final RandomStream rhythm;
  private final Plan plan;
  private long start;
  private int turns;
  private int left;
  private BiConsumer<Long, BotLeg> then = (now, leg) -> {};

  /** How a leg ends. */
  enum How {
    CONTAINED,
    HANDED_OFF,
    LEFT
  }

  /**
   * Where a leg can lead.
   *
   * @param hasOther whether there is somebody to hand off to
   * @param deadEnd where that leads if nobody is there then, null for never
   */
  record Way(boolean hasOther, @Nullable DeadEnd deadEnd) {}

  /** How it will go. */
  private record Plan(
      How how,
      boolean isRight,
      boolean isAnswered,
      boolean isFulfilled,
      Confirmation confirmed,
      @Nullable String intent) {}

  /**
   * Creates a leg.
   *
   * @param way where it can lead
   */
  BotLeg(Center center, Contact contact, Meeting meeting, Way way) {
    this.center = center;
    this.contact = contact;
    this.meeting = meeting;
    this.id = contact.newId("bot");
    this.deadEnd = way.deadEnd();
    this.rhythm = contact.random(id);
    this.plan = plan(contact.random(id + "/plan"), way.hasOther());
  }

  private Plan plan(RandomStream random, boolean hasOther) {
    Bot.Skill skill = meeting.version().skill(contact.need().issue().key());
    Bot.Opinion opinion = meeting.version().opinion();
    How how = how(skill, random.unit(), hasOther);
    boolean isContained = how == How.CONTAINED;
    boolean isRight = !random.chance(skill.wrong()) && isContained;
    double said = random.unit();
    boolean isFulfilled = random.chance(opinion.fulfilled()) && isRight;
    boolean isAnswered = random.chance(ANSWERED_BEFORE_HANDOFF) || isContained;
    boolean isKnown = random.chance(INTENT_FOUND) && !meeting.bot().isMenu();
    return new Plan(
        how,
        isRight,
        isAnswered && how != How.LEFT,
        isFulfilled,
        isContained ? confirmed(opinion, isRight, said) : Confirmation.NONE,
        isKnown ? contact.need().issue().key() : null);
  }

  private static How how(Bot.Skill skill, double drawn, boolean hasOther) {
    if (drawn < skill.contains()) {
      return How.CONTAINED;
    }
    return hasOther && drawn < skill.contains() + skill.handsOff() ? How.HANDED_OFF : How.LEFT;
  }

  private static Confirmation confirmed(Bot.Opinion opinion, boolean isRight, double said) {
    if (isRight) {
      return said < opinion.confirmed() ? Confirmation.POSITIVE : Confirmation.NONE;
    }
    return said < opinion.rejected() ? Confirmation.NEGATIVE : Confirmation.NONE;
  }

  Meeting meeting() {
    return meeting;
  }

  How how() {
    return plan.how();
  }

  /** Returns where handing off leads, null if somebody is there. */
  @Nullable DeadEnd deadEnd() {
    return deadEnd;
  }

  /** Returns whether the answer solved the issue. */
  boolean isRight() {
    return plan.isRight();
  }

  /**
   * Begins.
   *
   * @param next what follows when it has ended
   */
  void begin(long now, BiConsumer<Long, BotLeg> next) {
    then = next;
    start = now;
    turns = Math.max(1, (int) meeting.bot().talk().turns().drawWhole(rhythm));
    left = turns;
    contact.legStarted(now, id, meeting.who(), null);
    if (!meeting.bot().isMenu()) {
      contact.assisted();
    }
    if (isWritten()) {
      contact.message(now, id, Author.BOT, true);
    }
    planQuestion(now);
  }

  private boolean isWritten() {
    return contact.mode() != Mode.CALL;
  }

  private void planQuestion(long now) {
    long thought = 1 + meeting.bot().talk().think().drawWhole(rhythm);
    center.calendar().at(now + thought, this::ask);
  }

  private void ask(long now) {
    if (isWritten()) {
      contact.message(now, id, Author.CUSTOMER, false);
    }
    long reply = 1 + meeting.bot().talk().reply().drawWhole(rhythm);
    center.calendar().at(now + reply, this::answer);
  }

  private void answer(long now) {
    if (isWritten()) {
      contact.message(now, id, Author.BOT, false);
    }
    Model model = meeting.version().model();
    if (model != null) {
      contact.use(now, model, rhythm);
    }
    left--;
    if (left > 0) {
      planQuestion(now);
    } else {
      center.calendar().at(now + 1 + rhythm.below(LAST_THOUGHT), this::end);
    }
  }

  private void end(long now) {
    EndedBy by = plan.how() == How.HANDED_OFF ? EndedBy.BOT : EndedBy.CUSTOMER;
    contact
        .ledger()
        .concluded(
            new BotVerdict(
                contact.id(),
                id,
                true,
                plan.isAnswered(),
                plan.isFulfilled(),
                plan.confirmed(),
                handoffReason() != null,
                plan.intent()));
    contact.legTalked(meeting.who().talked(contact.id(), id, start, now), by, report());
    then.accept(now, this);
  }

  private BotReport report() {
    return new BotReport(
        true,
        plan.isAnswered(),
        plan.isFulfilled(),
        plan.confirmed(),
        turns,
        handoffReason(),
        plan.intent());
  }

  private @Nullable String handoffReason() {
    boolean isStated = deadEnd == null || deadEnd.isReasonStated();
    return plan.how() == How.HANDED_OFF && isStated ? "not-understood" : null;
  }
}
