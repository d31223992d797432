package org.contactroi.simulator.playback;

import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalDouble;
import org.contactroi.events.InteractionEvent;
import org.contactroi.simulator.EventSource;

/**
 * The events of recorded calls in a chosen order. What is ordered are numbers, eight bytes an
 * event; the events themselves are made one by one as they are asked for.
 */
final class PlaybackSource implements EventSource {

  private static final int SLOT_BITS = 32;
  private static final long SLOT_MASK = (1L << SLOT_BITS) - 1;

  private final List<RecordedCall> calls;
  private final RecordedCallEvents mapping;
  private final long[] order;
  private int next;

  PlaybackSource(List<RecordedCall> calls, RecordedCallEvents mapping, PlaybackOrder order) {
    this.calls = calls;
    this.mapping = mapping;
    this.order = slots(calls);
    order.arrange(this.order);
  }

  /** Numbers every event: its second above, call and step below; in the order of rows and steps. */
  private static long[] slots(List<RecordedCall> calls) {
    long[] slots = new long[Math.multiplyExact(calls.size(), CallStep.COUNT)];
    int count = 0;
    for (int index = 0; index < calls.size(); index++) {
      RecordedCall call = calls.get(index);
      for (int number = 1; number <= CallStep.COUNT; number++) {
        CallStep step = CallStep.of(number);
        if (call.has(step)) {
          long slot = (long) index * CallStep.COUNT + number - 1;
          slots[count++] = (call.secondOf(step) << SLOT_BITS) | slot;
        }
      }
    }
    return Arrays.copyOf(slots, count);
  }

  @Override
  public OptionalDouble share() {
    return OptionalDouble.of(order.length == 0 ? 1 : (double) next / order.length);
  }

  @Override
  public boolean hasNext() {
    return next < order.length;
  }

  @Override
  public InteractionEvent next() {
    if (!hasNext()) {
      throw new NoSuchElementException("all " + order.length + " events were played back");
    }
    int slot = (int) (order[next++] & SLOT_MASK);
    return mapping.event(calls.get(slot / CallStep.COUNT), CallStep.of(slot % CallStep.COUNT + 1));
  }
}
