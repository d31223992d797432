package org.contactroi.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.contactroi.events.AgentEvent;
import org.contactroi.kpi.Keys;
import org.contactroi.kpi.Policies;

/**
 * Reads the events of agents and hands on those that are accepted, by tenant and agent. It works on
 * each as it comes: there is nothing to wait for.
 */
final class AgentEventStage extends EventStage<AgentEvent> {

  static final String CLOCKS = "agent-event-clocks";
  static final String STATES = "agent-states";

  private final int partitions;

  AgentEventStage(TopologySettings settings) {
    super(settings, null);
    this.partitions = settings.partitions();
  }

  @Override
  String clockStore() {
    return CLOCKS;
  }

  /** The next stage hears of interactions first. */
  @Override
  int upstream(ProcessorContext<byte[], Output> context) {
    return partitions + context.taskId().partition();
  }

  @Override
  Envelope envelope(AgentEvent event) {
    return Envelope.of(event);
  }

  @Override
  void accepted(byte[] key, Received.Decoded<AgentEvent> decoded, Origin from) {
    Envelope event = envelope(decoded.event());
    clocks().keep(event.tenant());
    emit(
        Keys.join(event.tenant(), event.subject()).getBytes(UTF_8),
        STATES,
        new AgentMessage.Event(decoded.wire()).encode());
  }

  @Override
  int arrived() {
    return 0;
  }

  @Override
  void flush(long now) {
    if (areClocksDue(now)) {
      clocks().publish(wallClock().millis(), new Holds(), this::send);
      if (isNewlyCaughtUp(now)) {
        send(Clock.caughtUp(upstream(context())));
      }
    }
  }

  @Override
  void workAgain(String tenant, long from, Policies before) {
    throw new IllegalStateException("it keeps nothing that depends on rules");
  }

  private void send(Clock clock) {
    emit(Message.CLOCK_KEY, STATES, Message.clock(clock));
  }
}
