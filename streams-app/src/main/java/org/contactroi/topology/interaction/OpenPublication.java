package org.contactroi.topology.interaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.OpenLimits;
import org.contactroi.interaction.OpenWork;
import org.contactroi.interaction.OpenWorks;
import org.contactroi.topology.stage.LiveMessage;
import org.contactroi.topology.stage.Outlet;

/**
 * Tells what is open of an interaction, if that is something else than what was told before. Of
 * what began and ended between two commits it says nothing.
 */
final class OpenPublication {

  static final byte[] NOTHING = {};

  private final Outlet outlet;
  private final ToLongFunction<String> reached;

  /**
   * Tells an outlet.
   *
   * @param reached event time by tenant, UTC ms
   */
  OpenPublication(Outlet outlet, ToLongFunction<String> reached) {
    this.outlet = outlet;
    this.reached = reached;
  }

  /**
   * Tells what is open of an interaction id.
   *
   * @param before what was told
   * @return what is told now
   */
  byte[] publish(String tenant, String id, byte[] before, List<Interaction> facts) {
    List<OpenWork> open = open(facts, reached.applyAsLong(tenant));
    if (open.isEmpty()) {
      withdraw(tenant, id, before);
      return NOTHING;
    }
    String channel = facts.get(facts.size() - 1).channel().name();
    byte[] now = new LiveMessage.Contact(id, channel, open).encode();
    if (!Arrays.equals(now, before)) {
      outlet.emit(LiveMessage.key(tenant), LiveMessage.OPEN_WORK, now);
    }
    return now;
  }

  /** Tells that nothing is open, if something was told to be. */
  void withdraw(String tenant, String id, byte[] before) {
    if (before.length > 0) {
      outlet.emit(
          LiveMessage.key(tenant),
          LiveMessage.OPEN_WORK,
          new LiveMessage.Contact(id, "", List.of()).encode());
    }
  }

  private static List<OpenWork> open(List<Interaction> facts, long reached) {
    List<OpenWork> open = new ArrayList<>(0);
    for (Interaction fact : facts) {
      open.addAll(OpenWorks.of(fact, OpenLimits.DEFAULT, reached));
    }
    return open;
  }
}
