package org.contactroi.interaction.fold;

import java.util.ArrayList;
import java.util.List;
import org.contactroi.interaction.Rules;
import org.contactroi.interaction.RulesAt;
import org.contactroi.interaction.event.Channel;
import org.contactroi.interaction.event.Event;

/**
 * Cuts the events of an interaction where no activity was seen for longer than the gap. The gap and
 * G are those valid at the first event of the stretch.
 *
 * <p>An event that is no activity belongs to the stretch before it, the first one if there is none;
 * more than G after the last activity of that stretch it is an orphan.
 */
final class SilenceCut {

  private final List<UnbrokenEvents> stretches = new ArrayList<>(1);
  private final Channel channel;
  private final RulesAt rulesAt;
  private Rules rules;
  private List<Event> events = new ArrayList<>();
  private boolean alive;
  private long lastActivity;
  private long orphans;

  private SilenceCut(Channel channel, RulesAt rulesAt, Event first) {
    this.channel = channel;
    this.rulesAt = rulesAt;
    this.rules = rulesAt.at(first.occurredAt());
  }

  /**
   * The stretches of activity, by time.
   *
   * @param ordered events in event order, at least one
   */
  static List<UnbrokenEvents> cut(List<Event> ordered, Channel channel, RulesAt rulesAt) {
    SilenceCut cut = new SilenceCut(channel, rulesAt, ordered.get(0));
    for (Event event : ordered) {
      cut.add(event);
    }
    cut.close();
    return cut.stretches;
  }

  private void add(Event event) {
    long silence = alive ? event.occurredAt() - lastActivity : 0;
    if (event.payload().isActivity()) {
      if (silence > rules.gaps().of(channel)) {
        close();
        rules = rulesAt.at(event.occurredAt());
      }
      alive = true;
      lastActivity = event.occurredAt();
    } else if (silence > rules.gaps().longest().toMillis()) {
      orphans++;
      return;
    }
    events.add(event);
  }

  private void close() {
    long last = alive ? lastActivity : events.get(events.size() - 1).occurredAt();
    stretches.add(new UnbrokenEvents(events, rules, last, orphans));
    events = new ArrayList<>();
    orphans = 0;
  }
}
