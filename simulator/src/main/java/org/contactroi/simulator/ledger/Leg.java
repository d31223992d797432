package org.contactroi.simulator.ledger;

import org.contactroi.events.Participant;
import org.contactroi.events.SegmentRole;
import org.jspecify.annotations.Nullable;

/**
 * One participant's part.
 *
 * @param id id of the segment within the interaction
 * @param queue queue the leg came from, null for none
 * @param end when the participant left the customer
 * @param parts what the time went into
 * @param isReported whether the source says what it measured
 */
public record Leg(
    ContactId contact,
    String id,
    Who who,
    @Nullable String queue,
    long start,
    long end,
    Parts parts,
    boolean isReported) {

  /** Returns when it settled: the end of its after-contact work. */
  public long settled() {
    return end + parts.afterWork();
  }

  /**
   * A participant.
   *
   * @param id id of the agent, bot, menu or supervisor, null if nobody says
   * @param grade pay grade, null for others than agents
   * @param botVersion version, null for others than bots
   * @param concurrency interactions served at once at the start, this one included
   */
  public record Who(
      Participant participant,
      @Nullable String id,
      SegmentRole role,
      @Nullable String grade,
      @Nullable String botVersion,
      int concurrency) {

    /** Returns a participant who serves nobody else. */
    public static Who of(Participant participant, String id, SegmentRole role) {
      return new Who(participant, id, role, null, null, 1);
    }

    /** Returns the leg of this participant, from no queue, who did nothing but talk in it. */
    public Leg talked(ContactId contact, String segment, long start, long end) {
      Parts parts = new Parts(end - start, 0, 0, 0, 0);
      return new Leg(contact, segment, this, null, start, end, parts, false);
    }
  }

  /**
   * What the time went into, ms.
   *
   * @param talk start to end without hold
   * @param dial dialing before the start, outbound
   * @param contacting from dialing to the start, outbound
   */
  public record Parts(long talk, long hold, long afterWork, long dial, long contacting) {}
}
