package org.contactroi.oracle;

import java.util.ArrayList;
import java.util.List;
import org.contactroi.events.Channel;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.InteractionStarted;
import org.jspecify.annotations.Nullable;

/** The events of one interaction id between two silences: an interaction of its own. */
final class OraclePart {

  final String tenant;
  final String id;
  final boolean afterSilence;
  final Channel channel;
  final @Nullable String customer;

  /** The version valid at the first event of the stretch: its gap cuts and infers the end. */
  final OraclePolicy silence;

  final List<InteractionEvent> events = new ArrayList<>();
  final List<InteractionEvent> orphans = new ArrayList<>();

  /** The part that begins with the event; {@code whole} are all events of the id. */
  private OraclePart(
      List<InteractionEvent> whole, InteractionEvent first, OraclePolicies policies) {
    this.tenant = first.getTenantId();
    this.id = first.getInteractionId();
    this.afterSilence = !first.equals(whole.get(0));
    // "channel and customer are the first ones stated over all events of the id"
    this.channel =
        OracleEvents.payloads(InteractionStarted.class, whole).stream()
            .findFirst()
            .map(InteractionStarted::getChannel)
            .orElse(Channel.UNKNOWN);
    this.customer =
        OracleEvents.firstStated(
                InteractionStarted.class, whole, InteractionStarted::getCustomerKey)
            .orElse(null);
    this.silence = policies.at(tenant, OracleEvents.at(first));
  }

  /** "A silence longer than the gap cuts: the later part is an interaction of its own". */
  static List<OraclePart> cut(List<InteractionEvent> whole, OraclePolicies policies) {
    List<OraclePart> parts = new ArrayList<>();
    OraclePart part = new OraclePart(whole, whole.get(0), policies);
    parts.add(part);
    for (InteractionEvent event : whole) {
      if (part.isSilentBefore(event)) {
        part = new OraclePart(whole, event, policies);
        parts.add(part);
      }
      // "a non-activity event belongs to the part before it"
      part.events.add(event);
    }
    parts.forEach(OraclePart::setOrphansApart);
    return parts;
  }

  private boolean isSilentBefore(InteractionEvent event) {
    boolean hasActivity = events.stream().anyMatch(OracleEvents::isActivity);
    return hasActivity
        && OracleEvents.isActivity(event)
        && OracleEvents.at(event) - lastActivity() > silence.gap(channel);
  }

  /** The last activity; of a part without any, its last event. */
  long lastActivity() {
    List<InteractionEvent> activity = events.stream().filter(OracleEvents::isActivity).toList();
    List<InteractionEvent> counted = activity.isEmpty() ? events : activity;
    return OracleEvents.at(counted.get(counted.size() - 1));
  }

  /** "or, more than G after it, is counted orphan". */
  private void setOrphansApart() {
    long latest = lastActivity() + silence.longestGap();
    for (InteractionEvent event : events) {
      if (OracleEvents.at(event) > latest) {
        orphans.add(event);
      }
    }
    events.removeAll(orphans);
  }
}
