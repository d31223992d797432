package org.contactroi.local;

import java.util.NoSuchElementException;
import java.util.OptionalDouble;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.simulator.Damage;
import org.contactroi.simulator.EventSource;
import org.jspecify.annotations.Nullable;

/** The events of a source that topics do not hold yet. */
final class Unpublished implements EventSource {

  private final EventSource source;
  private final PublishedEvents published;
  private @Nullable SpecificRecord next;

  Unpublished(EventSource source, PublishedEvents published) {
    this.source = source;
    this.published = published;
  }

  @Override
  public boolean hasNext() {
    while (next == null && source.hasNext()) {
      SpecificRecord event = source.next();
      next = published.contain(event) ? null : event;
    }
    return next != null;
  }

  @Override
  public SpecificRecord next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException("all events are published");
    }
    SpecificRecord event = next;
    next = null;
    return event;
  }

  @Override
  public OptionalDouble share() {
    return source.share();
  }

  @Override
  public Damage damage() {
    return source.damage();
  }
}
