package org.contactroi.episode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;

/**
 * A local day on which a customer got in touch.
 *
 * @param first the first inbound interaction of the customer on it
 * @param contacts how many inbound interactions began on it
 */
public record CustomerDay(Member first, long contacts) {

  /**
   * The days of one customer, by time.
   *
   * @param members in any order; those that are not inbound count on no day
   * @param dayOf a number of the local day of an instant, UTC ms
   */
  public static List<CustomerDay> of(Collection<Member> members, LongUnaryOperator dayOf) {
    Map<Long, CustomerDay> days = new TreeMap<>();
    List<Member> ordered = new ArrayList<>(members);
    ordered.sort(Member.ORDER);
    for (Member member : ordered) {
      if (member.inbound()) {
        days.merge(
            dayOf.applyAsLong(member.start()),
            new CustomerDay(member, 1),
            (day, more) -> new CustomerDay(day.first, day.contacts + more.contacts));
      }
    }
    return List.copyOf(days.values());
  }
}
