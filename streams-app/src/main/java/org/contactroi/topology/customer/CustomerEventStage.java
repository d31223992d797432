package org.contactroi.topology.customer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.contactroi.events.CustomerErased;
import org.contactroi.events.CustomerEvent;
import org.contactroi.events.CustomerStatusChanged;
import org.contactroi.kpi.Keys;
import org.contactroi.kpi.Policies;
import org.contactroi.record.CustomerDigest;
import org.contactroi.topology.intake.Envelope;
import org.contactroi.topology.intake.EventStage;
import org.contactroi.topology.intake.Origin;
import org.contactroi.topology.intake.Received;
import org.contactroi.topology.intake.Rejection;
import org.contactroi.topology.stage.CustomerMessage;
import org.contactroi.topology.stage.Erasure;
import org.contactroi.topology.stage.Message;
import org.contactroi.topology.stage.Output;
import org.contactroi.topology.stage.TopologySettings;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events of customers. Erasures go to every partition of interactions; they and statuses
 * are handed on by customer.
 */
public final class CustomerEventStage extends EventStage<CustomerEvent> {

  public static final String CLOCKS = "customer-event-clocks";
  public static final String ERASURES = "erasures";
  public static final String STATUSES = "customer-statuses";

  private static final long AHEAD_MS = Duration.ofHours(1).toMillis();

  public CustomerEventStage(TopologySettings settings) {
    super(settings, null);
  }

  @Override
  protected String clockStore() {
    return CLOCKS;
  }

  /** Its clocks go nowhere. */
  @Override
  protected int upstream(ProcessorContext<byte[], Output> context) {
    return context.taskId().partition();
  }

  @Override
  protected Envelope envelope(CustomerEvent event) {
    return Envelope.of(event);
  }

  /** Who is to be forgotten must not be kept because the request came late. */
  @Override
  protected @Nullable Rejection refusal(Envelope envelope) {
    return envelope.payload() instanceof CustomerErased ? null : super.refusal(envelope);
  }

  @Override
  protected void accepted(byte[] key, Received.Decoded<CustomerEvent> decoded, Origin from) {
    CustomerEvent event = decoded.event();
    boolean isMeant = !event.getRetracted() && !event.getIsTest();
    if (event.getPayload() instanceof CustomerStatusChanged) {
      tell(event, new CustomerMessage.Event(decoded.wire()));
    } else if (isMeant && event.getPayload() instanceof CustomerErased erased) {
      long at = Math.min(event.getOccurredAt().toEpochMilli(), wallClock().millis() + AHEAD_MS);
      Erasure erasure = new Erasure(event.getTenantId(), erased.getCustomerKey(), at);
      emit(Message.TO_ALL, ERASURES, erasure.encode());
      tell(event, new CustomerMessage.Erased(at));
    }
  }

  private void tell(CustomerEvent event, CustomerMessage message) {
    String digest = CustomerDigest.of(event.getTenantId(), envelope(event).subject());
    emit(Keys.join(event.getTenantId(), digest).getBytes(UTF_8), STATUSES, message.encode());
  }

  @Override
  protected int arrived() {
    return 0;
  }

  @Override
  protected void workAgain(String tenant, long from, Policies before) {
    throw new IllegalStateException("it keeps nothing that depends on rules");
  }
}
