package org.contactroi.simulator.format;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.simulator.EventSource;
import org.contactroi.simulator.EventTopic;

/**
 * Several sources as one: each in its own order, and of their next events always the one that was
 * observed first; of equals that of the earlier source.
 */
public final class MergedEvents implements EventSource {

  private final List<EventSource> sources;
  private final PriorityQueue<Head> heads =
      new PriorityQueue<>(Comparator.comparing(Head::at).thenComparingInt(Head::source));

  private record Head(Instant at, int source, SpecificRecord event) {}

  private MergedEvents(List<EventSource> sources) {
    this.sources = sources;
    for (int source = 0; source < sources.size(); source++) {
      advance(source);
    }
  }

  /** Merges sources, which are its own from then on. */
  public static EventSource of(List<EventSource> sources) {
    return sources.size() == 1 ? sources.get(0) : new MergedEvents(new ArrayList<>(sources));
  }

  private void advance(int source) {
    EventSource from = sources.get(source);
    if (from.hasNext()) {
      SpecificRecord event = from.next();
      heads.add(new Head(EventTopic.of(event).observedAt(event), source, event));
    }
  }

  @Override
  public OptionalDouble share() {
    double all = 0;
    for (EventSource source : sources) {
      all += source.share().orElse(0);
    }
    return OptionalDouble.of(sources.isEmpty() ? 1 : all / sources.size());
  }

  @Override
  public boolean hasNext() {
    return !heads.isEmpty();
  }

  @Override
  public SpecificRecord next() {
    Head head = heads.poll();
    if (head == null) {
      throw new NoSuchElementException("all events were given");
    }
    advance(head.source());
    return head.event();
  }
}
