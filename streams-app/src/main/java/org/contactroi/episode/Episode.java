package org.contactroi.episode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.contactroi.interaction.BotSession;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.Utf8Order;
import org.jspecify.annotations.Nullable;

/**
 * The interactions of one customer about one thing.
 *
 * @param members at least one, in episode order: (start, interaction id bytes)
 */
public record Episode(String tenant, Match match, List<Interaction> members) {

  /** Order of the members: (start, interaction id bytes). */
  public static final Comparator<Interaction> ORDER =
      Comparator.comparingLong(Interaction::start)
          .thenComparing(Interaction::id, Utf8Order.INSTANCE);

  public Episode {
    members = List.copyOf(members);
    if (members.isEmpty()) {
      throw new IllegalArgumentException("an episode has at least one member, this has none");
    }
    for (int i = 1; i < members.size(); i++) {
      if (ORDER.compare(members.get(i - 1), members.get(i)) > 0) {
        throw new IllegalArgumentException(
            "members must be in episode order, " + members.get(i).id() + " is not");
      }
    }
  }

  /** The interaction that begins it. */
  public Interaction first() {
    return members.get(0);
  }

  /** The customer is known. */
  public boolean isIdentified() {
    return first().customerKey() != null;
  }

  /** Start of the first member, UTC ms. */
  public long start() {
    return first().start();
  }

  /** Latest end of a member, UTC ms. */
  public long end() {
    long end = first().end();
    for (Interaction member : members) {
      end = Math.max(end, member.end());
    }
    return end;
  }

  /** The members that are not outbound, in episode order. */
  public List<Interaction> inbound() {
    List<Interaction> inbound = new ArrayList<>(members.size());
    for (Interaction member : members) {
      if (member.isInbound()) {
        inbound.add(member);
      }
    }
    return inbound;
  }

  /** Inbound members other than the first inbound one; 0 when not identified. */
  public int repeats() {
    return isIdentified() ? Math.max(0, inbound().size() - 1) : 0;
  }

  /** Eligible for first-contact resolution: identified, with a handled inbound member. */
  public boolean isEligible() {
    return isIdentified() && firstHandledInbound() != null;
  }

  /** Eligible, and no inbound member is later than the first handled inbound one. */
  public boolean isResolvedAtFirstContact() {
    Interaction handled = firstHandledInbound();
    Interaction last = lastInbound();
    return isIdentified() && handled != null && last != null && ORDER.compare(handled, last) == 0;
  }

  /** Eligible, and its last inbound member is handled. */
  public boolean isResolved() {
    Interaction last = lastInbound();
    return isIdentified() && last != null && last.isHandled();
  }

  /**
   * Class of each bot session of a member, in the order of its sessions; empty for a member that is
   * not eligible for handoff, see {@link #sessionsWithoutHandoff}. For all members at once {@link
   * #ladder} is cheaper.
   */
  public List<LadderClass> classes(Interaction member) {
    Interaction last = lastInbound();
    return classes(member, last != null && ORDER.compare(member, last) < 0);
  }

  /** The {@link #classes} of every member, in episode order. */
  public List<List<LadderClass>> ladder() {
    List<List<LadderClass>> ladder = new ArrayList<>(members.size());
    boolean inboundFollows = false;
    for (int i = members.size() - 1; i >= 0; i--) {
      Interaction member = members.get(i);
      ladder.add(classes(member, inboundFollows));
      inboundFollows |= member.isInbound();
    }
    Collections.reverse(ladder);
    return ladder;
  }

  /** Bot sessions of a member that is not eligible for handoff: counted apart, in no ratio. */
  public static int sessionsWithoutHandoff(Interaction member) {
    return member.eligibleForHandoff() ? 0 : member.sessions().size();
  }

  private static List<LadderClass> classes(Interaction member, boolean inboundFollows) {
    if (!member.eligibleForHandoff()) {
      return List.of();
    }
    List<LadderClass> classes = new ArrayList<>(member.sessions().size());
    for (BotSession session : member.sessions()) {
      classes.add(LadderClass.of(session, inboundFollows));
    }
    return classes;
  }

  private @Nullable Interaction firstHandledInbound() {
    for (Interaction member : members) {
      if (member.isInbound() && member.isHandled()) {
        return member;
      }
    }
    return null;
  }

  private @Nullable Interaction lastInbound() {
    for (int i = members.size() - 1; i >= 0; i--) {
      if (members.get(i).isInbound()) {
        return members.get(i);
      }
    }
    return null;
  }
}
