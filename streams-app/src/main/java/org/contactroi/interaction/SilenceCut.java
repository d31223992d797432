package org.contactroi.interaction;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the events of an interaction where no activity was seen for longer than the gap.
 *
 * <p>An event that is no activity belongs to the stretch before it, the first one if there is none;
 * more than G after the last activity of that stretch it is an orphan.
 */
final class SilenceCut {

  private final List<Stretch> stretches = new ArrayList<>(1);
  private final long gap;
  private final long longest;
  private List<Event> events = new ArrayList<>();
  private boolean alive;
  private long lastActivity;
  private long orphans;

  private SilenceCut(long gap, long longest) {
    this.gap = gap;
    this.longest = longest;
  }

  /**
   * The stretches of activity, by time.
   *
   * @param ordered events in event order, at least one
   * @param gap longest silence within a stretch, ms
   * @param longest G, ms
   */
  static List<Stretch> cut(List<Event> ordered, long gap, long longest) {
    SilenceCut cut = new SilenceCut(gap, longest);
    for (Event event : ordered) {
      cut.add(event);
    }
    cut.close();
    return cut.stretches;
  }

  private void add(Event event) {
    long silence = alive ? event.occurredAt() - lastActivity : 0;
    if (event.payload().isActivity()) {
      if (silence > gap) {
        close();
      }
      alive = true;
      lastActivity = event.occurredAt();
    } else if (silence > longest) {
      orphans++;
      return;
    }
    events.add(event);
  }

  private void close() {
    long last = alive ? lastActivity : events.get(events.size() - 1).occurredAt();
    stretches.add(new Stretch(events, last, orphans));
    events = new ArrayList<>();
    orphans = 0;
  }
}
