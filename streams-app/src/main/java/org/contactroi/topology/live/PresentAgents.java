package org.contactroi.topology.live;

import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.interaction.Interaction;
import org.contactroi.kpi.Keys;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.SliceBy;
import org.contactroi.live.AgentPresence;
import org.contactroi.live.LiveLoad;
import org.contactroi.topology.stage.LiveMessage;
import org.contactroi.topology.store.AvroBytes;
import org.jspecify.annotations.Nullable;

/**
 * The agents of whom a state is known, or a handled leg: they count by state, and their legs by
 * their team. Keys of the store are {@code a/tenant/agent}.
 */
final class PresentAgents {

  static final String MARK = "a/";

  private static final List<Slice> ALL = List.of(new Slice(SliceBy.ALL.id(), List.of()));

  /**
   * An agent.
   *
   * @param presence null when nothing is known
   * @param serving handled legs
   */
  private record Present(@Nullable AgentPresence presence, long serving) {

    static final Present NOT = new Present(null, 0);

    List<Slice> team() {
      String team = presence == null ? Interaction.UNKNOWN : presence.team();
      return List.of(new Slice(SliceBy.TEAM.id(), List.of(team)));
    }

    LiveLoad ofAll() {
      return presence == null ? LiveLoad.NONE : LiveLoad.ofAgent(presence);
    }

    LiveLoad ofTeam() {
      return ofAll().plus(LiveLoad.inService(serving));
    }
  }

  private final KeyValueStore<String, byte[]> store;
  private final Loads loads;
  private final Expiries expiries;

  PresentAgents(KeyValueStore<String, byte[]> store, Loads loads, Expiries expiries) {
    this.store = store;
    this.loads = loads;
    this.expiries = expiries;
  }

  /** The agent is in a state; in none when it is null. */
  void enters(String tenant, String agent, @Nullable AgentPresence presence) {
    Present before = present(tenant, agent);
    if (before.presence() != null) {
      expiries.remove(tenant, before.presence().until(), MARK + Keys.escape(agent));
    }
    if (presence != null) {
      expiries.add(tenant, presence.until(), MARK + Keys.escape(agent));
    }
    replace(tenant, agent, before, new Present(presence, before.serving()));
  }

  /** The agent has more handled legs, or fewer. */
  void serves(String tenant, String agent, int more) {
    Present before = present(tenant, agent);
    replace(tenant, agent, before, new Present(before.presence(), before.serving() + more));
  }

  private void replace(String tenant, String agent, Present before, Present now) {
    if (!Objects.equals(before.presence(), now.presence())) {
      loads.add(tenant, ALL, before.ofAll().negated());
      loads.add(tenant, ALL, now.ofAll());
    }
    loads.add(tenant, before.team(), before.ofTeam().negated());
    loads.add(tenant, now.team(), now.ofTeam());
    String key = MARK + Keys.join(tenant, agent);
    if (now.equals(Present.NOT)) {
      store.delete(key);
    } else {
      store.put(key, encode(agent, now));
    }
  }

  private Present present(String tenant, String agent) {
    byte[] stored = store.get(MARK + Keys.join(tenant, agent));
    return stored == null ? Present.NOT : decode(stored);
  }

  private static byte[] encode(String agent, Present present) {
    return AvroBytes.write(
        encoder -> {
          encoder.writeLong(present.serving());
          new LiveMessage.Agent(agent, present.presence()).write(encoder);
        });
  }

  private static Present decode(byte[] stored) {
    return AvroBytes.read(
        stored,
        decoder -> {
          long serving = decoder.readLong();
          LiveMessage message = LiveMessage.read(decoder);
          return new Present(((LiveMessage.Agent) message).presence(), serving);
        });
  }
}
