package org.contactroi.topology.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.kpi.Keys;
import org.contactroi.kpi.Policies;
import org.contactroi.live.LiveLoad;
import org.contactroi.live.LiveSlice;
import org.contactroi.record.LiveRecords;
import org.contactroi.topology.stage.EventSerdes;
import org.contactroi.topology.stage.LiveMessage;
import org.contactroi.topology.stage.Output;
import org.contactroi.topology.stage.Stage;
import org.contactroi.topology.stage.TopologySettings;
import org.contactroi.topology.store.AvroBytes;

/**
 * Keyed by tenant, so that its slices change together: keeps what is open, and publishes how much
 * of it there is in each slice. Its time is that of the partition furthest ahead: what another
 * still has to read is longer ago, and was over by then or is not.
 */
public final class LiveStage extends Stage<byte[]> {

  public static final String STATE = "live-load";

  private static final String CLOCK = "c/";

  /** What was told and not worked on yet. */
  private record Told(String tenant, LiveMessage message) {}

  private final String topic;
  private final EventSerdes serdes;
  private final List<Told> told = new ArrayList<>();
  private final Map<String, Long> ahead = new HashMap<>();
  private final Map<String, Long> reached = new HashMap<>();
  private Serializer<SpecificRecord> serializer;
  private KeyValueStore<String, byte[]> store;
  private Loads loads;
  private Expiries expiries;
  private PresentAgents agents;
  private OpenContacts contacts;

  @SuppressWarnings("NullAway.Init") // stores are there from open() on
  public LiveStage(TopologySettings settings) {
    super(settings, null);
    this.topic = settings.topics().live();
    this.serdes = settings.serdes();
  }

  /** What a failure left of the work before is done again. */
  @Override
  protected void open(ProcessorContext<byte[], Output> context) {
    serializer = serdes.serializer();
    store = store(STATE);
    told.clear();
    ahead.clear();
    reached.clear();
    loads = new Loads(store);
    expiries = new Expiries(store);
    agents = new PresentAgents(store, loads, expiries);
    contacts = new OpenContacts(store, loads, expiries, agents);
  }

  @Override
  public void close() {
    super.close();
    serializer.close();
  }

  @Override
  protected void note(Record<byte[], byte[]> input) {
    String tenant = Keys.unescape(new String(input.key(), UTF_8));
    LiveMessage message = LiveMessage.decode(input.value());
    if (message instanceof LiveMessage.Reached time) {
      ahead.merge(tenant, time.time(), Math::max);
    } else {
      told.add(new Told(tenant, message));
    }
  }

  @Override
  protected int arrived() {
    return told.size();
  }

  /** Time first: what is over by then is not begun. */
  @Override
  protected void work(long now) {
    ahead.forEach(this::reach);
    ahead.clear();
    told.forEach(each -> take(each.tenant(), each.message()));
    told.clear();
    loads.drain(this::publish);
  }

  @Override
  protected void workAgain(String tenant, long from, Policies before) {
    throw new IllegalStateException("it keeps nothing that depends on rules");
  }

  private void take(String tenant, LiveMessage message) {
    if (message instanceof LiveMessage.Contact contact) {
      contacts.replace(tenant, contact, reached(tenant));
    } else if (message instanceof LiveMessage.Agent agent) {
      boolean isKnown = agent.presence() != null && agent.presence().until() > reached(tenant);
      agents.enters(tenant, agent.agent(), isKnown ? agent.presence() : null);
    }
  }

  private void reach(String tenant, long time) {
    long before = reached(tenant);
    if (time <= before) {
      return;
    }
    for (String what : expiries.take(tenant, before, time)) {
      String id = what.substring(OpenContacts.MARK.length());
      if (what.startsWith(OpenContacts.MARK)) {
        contacts.expire(tenant, id, before, time);
      } else {
        agents.enters(tenant, Keys.unescape(id), null);
      }
    }
    reached.put(tenant, time);
    store.put(CLOCK + Keys.escape(tenant), AvroBytes.write(encoder -> encoder.writeLong(time)));
  }

  /** Event time that a tenant has reached, UTC ms. */
  private long reached(String tenant) {
    return reached.computeIfAbsent(tenant, this::storedTime);
  }

  private long storedTime(String tenant) {
    byte[] stored = store.get(CLOCK + Keys.escape(tenant));
    return stored == null ? Long.MIN_VALUE : AvroBytes.read(stored, decoder -> decoder.readLong());
  }

  private void publish(LiveSlice.Key key, LiveLoad load, long since) {
    long time = reached(key.tenant());
    LiveSlice slice =
        new LiveSlice(
            key,
            load,
            since == Loads.NOBODY ? null : Instant.ofEpochMilli(since),
            time == Long.MIN_VALUE ? null : Instant.ofEpochMilli(time));
    emit(
        key.text().getBytes(UTF_8),
        topic,
        load.isNone() ? null : serializer.serialize(topic, LiveRecords.toAvro(slice)));
  }
}
