package org.contactroi.oracle;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.contactroi.events.Channel;
import org.contactroi.events.EndedBy;
import org.contactroi.events.InteractionEnded;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.InteractionReopened;
import org.contactroi.events.InteractionStarted;
import org.jspecify.annotations.Nullable;

/** The events of one interaction id between two silences: an interaction of its own. */
final class OraclePart {

  private static final Set<EndedBy> SAYING =
      EnumSet.complementOf(EnumSet.of(EndedBy.TIMEOUT, EndedBy.SYSTEM));

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

  /**
   * When somebody says that something ended that began at an instant: an {@code InteractionEnded}
   * "within the gap by anybody but TIMEOUT or SYSTEM", the first from that instant on; else the
   * last before it that no reopening takes back.
   */
  Optional<Long> endSaid(long begun) {
    Optional<Long> before = Optional.empty();
    for (InteractionEvent event : events) {
      if (event.getPayload() instanceof InteractionEnded ended
          && SAYING.contains(ended.getEndedBy())
          && isWithinTheGap(event)) {
        if (OracleEvents.at(event) >= begun) {
          return Optional.of(OracleEvents.at(event));
        }
        before = Optional.of(OracleEvents.at(event));
      } else if (event.getPayload() instanceof InteractionReopened) {
        before = Optional.empty();
      }
    }
    return before;
  }

  /** Whether it follows the last activity before it soon enough. */
  private boolean isWithinTheGap(InteractionEvent event) {
    return events.subList(0, events.indexOf(event)).stream()
        .filter(OracleEvents::isActivity)
        .reduce((earlier, later) -> later)
        .map(before -> OracleEvents.at(event) - OracleEvents.at(before) <= silence.gap(channel))
        .orElse(true);
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
