package org.contactroi.topology.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.contactroi.events.AgentEvent;
import org.contactroi.kpi.Keys;
import org.contactroi.kpi.Policies;
import org.contactroi.topology.intake.Envelope;
import org.contactroi.topology.intake.EventStage;
import org.contactroi.topology.intake.Origin;
import org.contactroi.topology.intake.Received;
import org.contactroi.topology.stage.AgentMessage;
import org.contactroi.topology.stage.Clock;
import org.contactroi.topology.stage.ClockHolds;
import org.contactroi.topology.stage.Message;
import org.contactroi.topology.stage.Output;
import org.contactroi.topology.stage.TopologySettings;

/**
 * Reads the events of agents and hands on those that are accepted, by tenant and agent. It works on
 * each as it comes: there is nothing to wait for.
 */
public final class AgentEventStage extends EventStage<AgentEvent> {

  public static final String CLOCKS = "agent-event-clocks";
  public static final String STATES = "agent-states";

  private final int partitions;

  public AgentEventStage(TopologySettings settings) {
    super(settings, null);
    this.partitions = settings.partitions();
  }

  @Override
  protected String clockStore() {
    return CLOCKS;
  }

  /** The next stage hears of interactions first. */
  @Override
  protected int upstream(ProcessorContext<byte[], Output> context) {
    return partitions + context.taskId().partition();
  }

  @Override
  protected Envelope envelope(AgentEvent event) {
    return Envelope.of(event);
  }

  @Override
  protected void accepted(byte[] key, Received.Decoded<AgentEvent> decoded, Origin from) {
    Envelope event = envelope(decoded.event());
    emit(
        Keys.join(event.tenant(), event.subject()).getBytes(UTF_8),
        STATES,
        new AgentMessage.Event(decoded.wire()).encode());
  }

  @Override
  protected int arrived() {
    return 0;
  }

  @Override
  protected void work(long now) {
    super.work(now);
    if (areClocksDue(now)) {
      clocks().publish(wallClock().millis(), new ClockHolds(), this::send);
      if (isNewlyCaughtUp(now)) {
        send(Clock.caughtUp(upstream(context())));
      }
    }
  }

  @Override
  protected void workAgain(String tenant, long from, Policies before) {
    throw new IllegalStateException("it keeps nothing that depends on rules");
  }

  private void send(Clock clock) {
    emit(Message.CLOCK_KEY, STATES, Message.clock(clock));
  }
}
