package org.contactroi.simulator.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A stretch of time, [from, to), ms. */
public record Span(long from, long to) {

  long length() {
    return Math.max(0, to - from);
  }

  /** Returns what of it lies in another. */
  private Span within(Span other) {
    return new Span(Math.max(from, other.from), Math.min(to, other.to));
  }

  /** Returns what of it lies in none of others, whether or not those overlap. */
  List<Span> without(List<Span> others) {
    List<Span> rest = new ArrayList<>();
    long begin = from;
    for (Span other : others.stream().sorted(Comparator.comparingLong(Span::from)).toList()) {
      Span taken = other.within(this);
      if (taken.length() > 0) {
        rest.add(new Span(begin, taken.from));
        begin = Math.max(begin, taken.to);
      }
    }
    rest.add(new Span(begin, to));
    return rest.stream().filter(span -> span.length() > 0).toList();
  }
}
