package org.contactroi.episode;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The interactions of one customer about one thing.
 *
 * @param match what the members have in common, besides the customer
 * @param repeatWindow W
 * @param policyVersion version of the rules, valid at its first start
 * @param members at least one, in episode order: (start, interaction id bytes)
 */
public record Episode(
    Purpose purpose,
    Match match,
    Duration repeatWindow,
    String policyVersion,
    List<Member> members) {

  public Episode {
    members = List.copyOf(members);
    if (members.isEmpty()) {
      throw new IllegalArgumentException("an episode has at least one member, this has none");
    }
    for (int i = 1; i < members.size(); i++) {
      if (Member.ORDER.compare(members.get(i - 1), members.get(i)) > 0) {
        throw new IllegalArgumentException(
            "members must be in episode order, " + members.get(i).id() + " is not");
      }
    }
  }

  /** The interaction that begins it, and goes on with no other. */
  public Member first() {
    for (Member member : members) {
      if (member.joins() == null) {
        return member;
      }
    }
    throw new IllegalStateException("an episode begins with a member of its own");
  }

  /** The customer is known. */
  public boolean isIdentified() {
    return first().identified();
  }

  /** When it begins, UTC ms. */
  public long start() {
    return first().start();
  }

  /** Latest end of a member, UTC ms. */
  public long end() {
    long end = first().end();
    for (Member member : members) {
      end = Math.max(end, member.end());
    }
    return end;
  }

  /** UTC day, counted from the epoch, on which its latest end + W falls. */
  public long openUntil() {
    Instant until = Instant.ofEpochMilli(end()).plus(repeatWindow);
    return LocalDate.ofInstant(until, ZoneOffset.UTC).toEpochDay();
  }

  /** The members that the customer sought, in episode order. */
  public List<Member> inbound() {
    List<Member> inbound = new ArrayList<>(members.size());
    for (Member member : members) {
      if (member.inbound()) {
        inbound.add(member);
      }
    }
    return inbound;
  }

  /** It has an inbound member: the customer got in touch. */
  public boolean isSought() {
    return lastInbound() != null;
  }

  /** How often the customer got in touch: inbound members, and repeats in them. */
  public long contacts() {
    long contacts = 0;
    for (Member member : members) {
      contacts += member.inbound() ? 1 + member.repeats() : 0;
    }
    return contacts;
  }

  /** Contacts other than the first; 0 when not identified. */
  public long repeats() {
    return isIdentified() ? Math.max(0, contacts() - 1) : 0;
  }

  /**
   * Eligible for first-contact resolution: identified, with a handled inbound member, or begun by a
   * customer who was to get a person and did not.
   */
  public boolean isEligible() {
    return isIdentified() && (firstHandledInbound() != null || isBegunByFailedHandoff());
  }

  private boolean isBegunByFailedHandoff() {
    List<Member> inbound = inbound();
    return !inbound.isEmpty() && inbound.get(0).hasFailedHandoff();
  }

  /**
   * Eligible, not begun by a failed handoff, and no contact follows the first handled inbound
   * member.
   */
  public boolean isResolvedAtFirstContact() {
    Member handled = firstHandledInbound();
    Member last = lastInbound();
    return isIdentified()
        && !isBegunByFailedHandoff()
        && handled != null
        && last != null
        && Member.ORDER.compare(handled, last) == 0
        && inbound().stream().allMatch(member -> member.repeats() == 0);
  }

  /** Its last inbound member is handled in the end, whoever the customer is. */
  public boolean isResolved() {
    Member last = lastInbound();
    return last != null && last.handledInTheEnd();
  }

  /**
   * Class of the sessions of every member, in episode order: of each of its tallies in their order,
   * none for a member that is not eligible for handoff, whose sessions are counted apart and in no
   * ratio.
   */
  public List<List<LadderClass>> ladder() {
    List<List<LadderClass>> ladder = new ArrayList<>(members.size());
    boolean inboundFollows = false;
    for (int i = members.size() - 1; i >= 0; i--) {
      Member member = members.get(i);
      ladder.add(classes(member, inboundFollows));
      inboundFollows |= member.inbound();
    }
    Collections.reverse(ladder);
    return ladder;
  }

  private static List<LadderClass> classes(Member member, boolean inboundFollows) {
    if (!member.eligibleForHandoff()) {
      return List.of();
    }
    List<LadderClass> classes = new ArrayList<>(member.sessions().size());
    for (SessionTally tally : member.sessions()) {
      classes.add(LadderClass.of(tally, inboundFollows));
    }
    return classes;
  }

  private @Nullable Member firstHandledInbound() {
    for (Member member : members) {
      if (member.inbound() && member.handled()) {
        return member;
      }
    }
    return null;
  }

  private @Nullable Member lastInbound() {
    for (int i = members.size() - 1; i >= 0; i--) {
      if (members.get(i).inbound()) {
        return members.get(i);
      }
    }
    return null;
  }
}
