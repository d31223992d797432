package org.contactroi.topology.live;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.interaction.OpenWork;
import org.contactroi.kpi.Keys;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.SliceBy;
import org.contactroi.live.LiveLoad;
import org.contactroi.topology.stage.LiveMessage;
import org.jspecify.annotations.Nullable;

/**
 * The interactions of which something is open, as they were told. Keys of the store are {@code
 * p/tenant/interaction}.
 */
final class OpenContacts {

  static final String MARK = "p/";

  private static final String CHANNEL = "channel";

  private final KeyValueStore<String, byte[]> store;
  private final Loads loads;
  private final Expiries expiries;
  private final PresentAgents agents;

  OpenContacts(
      KeyValueStore<String, byte[]> store, Loads loads, Expiries expiries, PresentAgents agents) {
    this.store = store;
    this.loads = loads;
    this.expiries = expiries;
    this.agents = agents;
  }

  /**
   * Takes over what is open now in place of what was.
   *
   * @param reached what was over before is open no more, UTC ms
   */
  void replace(String tenant, LiveMessage.Contact now, long reached) {
    String key = MARK + Keys.join(tenant, now.id());
    LiveMessage.Contact before = stored(key);
    if (before != null) {
      for (int i = 0; i < before.open().size(); i++) {
        end(tenant, before, i, reached);
      }
    }
    boolean isOpen = false;
    for (int i = 0; i < now.open().size(); i++) {
      isOpen |= begin(tenant, now, i, reached);
    }
    if (isOpen) {
      store.put(key, now.encode());
    } else if (before != null) {
      store.delete(key);
    }
  }

  /**
   * Ends what is over at an instant, and was not before.
   *
   * @param id as it stands in keys
   * @param before UTC ms
   * @param reached UTC ms
   */
  void expire(String tenant, String id, long before, long reached) {
    String key = MARK + Keys.escape(tenant) + "/" + id;
    LiveMessage.Contact contact = stored(key);
    if (contact == null) {
      return;
    }
    boolean isOpen = false;
    for (int i = 0; i < contact.open().size(); i++) {
      if (contact.open().get(i).isOpenAt(reached)) {
        isOpen = true;
      } else {
        end(tenant, contact, i, before);
      }
    }
    if (!isOpen) {
      store.delete(key);
    }
  }

  private boolean begin(String tenant, LiveMessage.Contact contact, int index, long reached) {
    OpenWork work = contact.open().get(index);
    if (!work.isOpenAt(reached)) {
      return false;
    }
    List<Slice> slices = slices(contact, work);
    loads.add(tenant, slices, LiveLoad.of(work.kind()));
    expiries.add(tenant, work.until(), MARK + Keys.escape(contact.id()));
    if (work.kind() == OpenWork.Kind.WAITING) {
      loads.waits(tenant, slices, work.since(), who(contact, index));
    }
    if (work.agent() != null) {
      agents.serves(tenant, work.agent(), 1);
    }
    return true;
  }

  private void end(String tenant, LiveMessage.Contact contact, int index, long reached) {
    OpenWork work = contact.open().get(index);
    if (!work.isOpenAt(reached)) {
      return;
    }
    List<Slice> slices = slices(contact, work);
    loads.add(tenant, slices, LiveLoad.of(work.kind()).negated());
    expiries.remove(tenant, work.until(), MARK + Keys.escape(contact.id()));
    if (work.kind() == OpenWork.Kind.WAITING) {
      loads.leaves(tenant, slices, work.since(), who(contact, index));
    }
    if (work.agent() != null) {
      agents.serves(tenant, work.agent(), -1);
    }
  }

  private static List<Slice> slices(LiveMessage.Contact contact, OpenWork work) {
    List<Slice> slices = new ArrayList<>(3);
    slices.add(new Slice(SliceBy.ALL.id(), List.of()));
    slices.add(new Slice(CHANNEL, List.of(contact.channel())));
    slices.add(new Slice(SliceBy.QUEUE.id(), List.of(work.queue())));
    return slices;
  }

  private static String who(LiveMessage.Contact contact, int index) {
    return Keys.escape(contact.id()) + "/" + index;
  }

  private LiveMessage.@Nullable Contact stored(String key) {
    byte[] stored = store.get(key);
    return stored == null ? null : (LiveMessage.Contact) LiveMessage.decode(stored);
  }
}
