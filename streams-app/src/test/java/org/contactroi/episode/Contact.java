package org.contactroi.episode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.contactroi.interaction.Activity;
import org.contactroi.interaction.BotSession;
import org.contactroi.interaction.FirstResponses;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.InteractionId;
import org.contactroi.interaction.Leg;
import org.contactroi.interaction.Resolution;
import org.contactroi.interaction.ResolutionSignals;
import org.contactroi.interaction.Surveys;
import org.contactroi.interaction.event.Channel;
import org.contactroi.interaction.event.Direction;
import org.contactroi.interaction.event.DiscardReason;
import org.contactroi.interaction.event.Participant;
import org.contactroi.interaction.event.Role;
import org.jspecify.annotations.Nullable;

/** Compact interactions of one customer: inbound, 10 minutes long, unhandled unless told so. */
final class Contact {

  static final long ZERO = Instant.parse("2026-03-02T12:00:00Z").toEpochMilli();
  static final long DAY = Duration.ofDays(1).toMillis();
  static final Duration WEEK = Duration.ofDays(7);

  private final long start;
  private long end;
  private String id;
  private Direction direction = Direction.INBOUND;
  private @Nullable String customer = "c1";
  private String queue = "q";
  private String issue = "i";
  private @Nullable Contact earlier;
  private boolean test;
  private boolean eligibleForHandoff = true;
  private final List<Leg> legs = new ArrayList<>();
  private final List<BotSession> sessions = new ArrayList<>();

  private Contact(long start) {
    this.start = start;
    this.end = start + Duration.ofMinutes(10).toMillis();
    this.id = "at " + start;
  }

  static Contact onDay(double day) {
    return at(Math.round(day * DAY));
  }

  /** Starts this long after {@link #ZERO}, ms. */
  static Contact at(long offset) {
    return new Contact(ZERO + offset);
  }

  Contact id(String value) {
    id = value;
    return this;
  }

  Contact lasting(Duration duration) {
    end = start + duration.toMillis();
    return this;
  }

  Contact outbound() {
    direction = Direction.OUTBOUND;
    return this;
  }

  /** One contact under two ids. */
  Contact goingOnWith(Contact other) {
    earlier = other;
    return this;
  }

  Contact of(@Nullable String customerKey) {
    customer = customerKey;
    return this;
  }

  Contact about(String queueId, String issueKey) {
    queue = queueId;
    issue = issueKey;
    return this;
  }

  Contact test() {
    test = true;
    return this;
  }

  Contact withoutHandoff() {
    eligibleForHandoff = false;
    return this;
  }

  Contact handled() {
    legs.add(
        new Leg(
            "a",
            Participant.AGENT,
            Role.PRIMARY,
            null,
            null,
            null,
            queue,
            start,
            end,
            end,
            true,
            0,
            0,
            0,
            0,
            0,
            false,
            false,
            false,
            false));
    return this;
  }

  Contact handedOff() {
    return session(true, true, false, false);
  }

  /** The bot answered, and the customer wanted a person and got none. */
  Contact handoffFailed() {
    sessions.add(new BotSession(start, null, null, true, false, true, false, false, false));
    return this;
  }

  Contact unanswered() {
    return session(false, false, false, false);
  }

  Contact rejected() {
    return session(true, false, true, true);
  }

  Contact answered() {
    return session(true, false, false, false);
  }

  Contact confirmed() {
    return session(true, false, true, false);
  }

  private Contact session(
      boolean answered, boolean handedOff, boolean confirmed, boolean rejected) {
    sessions.add(
        new BotSession(start, null, null, answered, handedOff, false, false, confirmed, rejected));
    return this;
  }

  Interaction build() {
    return new Interaction(
        "acme",
        new InteractionId(id, null),
        Channel.VOICE,
        direction,
        customer,
        earlier == null ? null : earlier.id,
        queue,
        issue,
        Map.of(),
        start,
        end,
        false,
        false,
        test ? DiscardReason.TEST : null,
        false,
        true,
        eligibleForHandoff,
        legs,
        List.of(),
        sessions,
        List.of(),
        List.of(),
        new Activity(0, 0, 0, 0, 0, 0, 0, 0, 0),
        new ResolutionSignals(0, 0, null),
        new Surveys(0, 0, 0, 0, 0, 0, 0, 0),
        FirstResponses.NONE,
        Resolution.NONE,
        List.of(),
        List.of(),
        "v1");
  }

  Member member() {
    Member member = Member.of(build());
    return earlier == null ? member : member.joining(new InteractionId(earlier.id, null));
  }

  /** The episodes of one customer with W = 7 days. */
  static List<Episode> episodes(Match match, Contact... contacts) {
    return episodes(match, WEEK, contacts);
  }

  static List<Episode> episodes(Match match, Duration repeatWindow, Contact... contacts) {
    return group(members(contacts), match, repeatWindow);
  }

  static List<Episode> group(List<Member> members, Match match, Duration repeatWindow) {
    EpisodeRules rules = new EpisodeRules("v1", repeatWindow, match, match);
    return EpisodeGrouping.group(members, Purpose.BOT, instant -> rules);
  }

  static List<Member> members(Contact... contacts) {
    List<Member> members = new ArrayList<>();
    for (Contact contact : contacts) {
      members.add(contact.member());
    }
    return members;
  }

  /** The only episode of one customer with W = 7 days. */
  static Episode episode(Contact... contacts) {
    List<Episode> episodes = episodes(Match.CUSTOMER, contacts);
    if (episodes.size() != 1) {
      throw new AssertionError("expected one episode, there are " + episodes.size());
    }
    return episodes.get(0);
  }
}
