package org.contactroi.interaction.fold;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.contactroi.interaction.event.Payload;
import org.contactroi.interaction.event.PendingOn;
import org.jspecify.annotations.Nullable;

/**
 * Follows whom an interaction waits for. The end of a wait that did not begin says nothing; what
 * has ended waits for nobody.
 */
final class PendingFold {

  /** A time, [from, to), UTC ms. */
  record Span(long from, long to) {}

  private final Map<PendingOn, Long> open = new EnumMap<>(PendingOn.class);
  private final List<Span> onOthers = new ArrayList<>(0);

  void add(Payload payload, long at) {
    if (payload instanceof Payload.PendingStarted started) {
      open.putIfAbsent(started.on(), at);
    } else if (payload instanceof Payload.PendingEnded ended) {
      end(ended.on(), open.remove(ended.on()), at);
    } else if (payload instanceof Payload.Ended) {
      open.forEach((on, from) -> end(on, from, at));
      open.clear();
    }
  }

  private void end(PendingOn on, @Nullable Long from, long at) {
    if (from != null && on.isOther()) {
      onOthers.add(new Span(from, at));
    }
  }

  /** Until when it is not silent, UTC ms: as long as it waits, up to G. */
  long quietUntil(long otherwise, long longest) {
    long until = otherwise;
    for (long from : open.values()) {
      until = Math.max(until, from + longest);
    }
    return until;
  }

  /** When it waited for others than the center; what is open lasts until an instant, UTC ms. */
  List<Span> onOthers(long until) {
    List<Span> all = new ArrayList<>(onOthers);
    open.forEach(
        (on, from) -> {
          if (on.isOther()) {
            all.add(new Span(from, until));
          }
        });
    return all;
  }
}
