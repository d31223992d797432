package org.contactroi.topology.episode;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.contactroi.episode.Member;
import org.contactroi.interaction.InteractionId;
import org.contactroi.kpi.Cell;
import org.contactroi.kpi.Totals;
import org.contactroi.topology.stage.FactChange;
import org.contactroi.topology.store.AvroBytes;
import org.contactroi.topology.store.CellCodec;
import org.contactroi.topology.store.MemberCodec;

/**
 * What is kept of one customer: all interactions as members of episodes, and what was sent of what
 * the episodes contribute, so that exactly that can be taken back.
 *
 * <p>Its entries in a store are the members as they came, groups of contributions, and last how
 * many those are.
 */
final class CustomerState {

  private final Map<InteractionId, Member> members = new LinkedHashMap<>();
  private Map<Cell, Totals> contributions = new LinkedHashMap<>();

  /** The members, as they came. */
  List<Member> members() {
    return List.copyOf(members.values());
  }

  /** Number of members. */
  int size() {
    return members.size();
  }

  /** Latest end or start of a member, UTC ms; {@link Long#MIN_VALUE} without members. */
  long lastTime() {
    return lastTime(members.values());
  }

  private static long lastTime(Collection<Member> members) {
    long last = Long.MIN_VALUE;
    for (Member member : members) {
      last = Math.max(last, Math.max(member.start(), member.end()));
    }
    return last;
  }

  /** What was sent of their contributions. */
  Map<Cell, Totals> contributions() {
    return contributions;
  }

  void setContributions(Map<Cell, Totals> sent) {
    contributions = sent;
  }

  /**
   * Takes over what an interaction is now, or that it is gone.
   *
   * @return whether something changed
   */
  boolean apply(FactChange.MemberChange change) {
    Member now = change.member();
    Member before = now == null ? members.remove(change.id()) : members.put(change.id(), now);
    return !Objects.equals(before, now);
  }

  /** No entries without members. */
  List<byte[]> encode() {
    if (members.isEmpty()) {
      return List.of();
    }
    List<byte[]> entries = new ArrayList<>(members.size() + 2);
    for (Member member : members.values()) {
      entries.add(AvroBytes.write(encoder -> MemberCodec.write(member, encoder)));
    }
    List<byte[]> groups = CellCodec.groups(contributions);
    entries.addAll(groups);
    entries.add(ByteBuffer.allocate(Integer.BYTES).putInt(groups.size()).array());
    return entries;
  }

  static CustomerState decode(List<byte[]> entries) {
    CustomerState state = new CustomerState();
    if (entries.isEmpty()) {
      return state;
    }
    int last = entries.size() - 1;
    int groups = ByteBuffer.wrap(entries.get(last)).getInt();
    for (byte[] entry : entries.subList(0, last - groups)) {
      Member member = AvroBytes.read(entry, MemberCodec::read);
      state.members.put(member.id(), member);
    }
    for (byte[] group : entries.subList(last - groups, last)) {
      state.contributions.putAll(AvroBytes.read(group, CellCodec::read));
    }
    return state;
  }
}
