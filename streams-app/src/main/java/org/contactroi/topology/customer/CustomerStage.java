package org.contactroi.topology.customer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.events.CustomerEvent;
import org.contactroi.kpi.Keys;
import org.contactroi.kpi.Policies;
import org.contactroi.roi.customer.MonthChange;
import org.contactroi.roi.valuation.MonthPart;
import org.contactroi.topic.Topics;
import org.contactroi.topology.stage.CustomerMessage;
import org.contactroi.topology.stage.EventSerdes;
import org.contactroi.topology.stage.Inbox;
import org.contactroi.topology.stage.Output;
import org.contactroi.topology.stage.Stage;
import org.contactroi.topology.stage.TopologySettings;
import org.contactroi.topology.store.RoiPartCodec;

/**
 * Keyed by customer: keeps what each customer is to the tenant and since when, and sends the
 * difference between what that changes in calendar months now and what was sent before.
 */
public final class CustomerStage extends Stage<byte[]> {

  public static final String STATE = "customer-relations";
  public static final String INBOX = "customer-relations-inbox";

  /** The repartition to the stage of statements. */
  public static final String MONTHS = "customer-months";

  private final Topics topics;
  private final EventSerdes serdes;
  private Deserializer<CustomerEvent> deserializer;
  private KeyValueStore<String, byte[]> customers;
  private Inbox<CustomerMessage> inbox;

  @SuppressWarnings("NullAway.Init") // stores are there from open() on
  public CustomerStage(TopologySettings settings) {
    super(settings, STATE);
    this.topics = settings.topics();
    this.serdes = settings.serdes();
  }

  @Override
  protected void open(ProcessorContext<byte[], Output> context) {
    deserializer = serdes.deserializer();
    customers = store(STATE);
    inbox = Inbox.open(store(INBOX), CustomerMessage::decode);
  }

  @Override
  protected void note(Record<byte[], byte[]> input) {
    inbox.add(new String(input.key(), UTF_8), input.value());
  }

  @Override
  protected int arrived() {
    return inbox.arrived();
  }

  @Override
  protected boolean hasWaiting(long now) {
    return inbox.isAnyDue(now);
  }

  @Override
  protected void work(long now) {
    inbox.drain(now, this::update);
  }

  /** Months depend on no rule but the zone, which is fixed for a tenant's life. */
  @Override
  protected void workAgain(String tenant, long from, Policies before) {}

  @Override
  public void close() {
    super.close();
    deserializer.close();
  }

  private int update(String key, List<CustomerMessage> messages) {
    String tenant = Keys.split(key).get(0);
    requireSameRules(tenant);
    StoredCustomer customer = new StoredCustomer(customers, key, this::record);
    SortedMap<YearMonth, MonthChange> changes = customer.take(messages, policies().zone(tenant));
    if (!changes.isEmpty()) {
      MonthPart part = new MonthPart(tenant, changes);
      emit(RoiPartCodec.key(tenant), MONTHS, RoiPartCodec.encode(part));
    }
    return customer.size();
  }

  private CustomerRecord record(byte[] wire) {
    return CustomerRecord.of(wire, deserializer.deserialize(topics.customerEvents(), wire));
  }
}
