package org.contactroi.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.events.InteractionEvent;
import org.jspecify.annotations.Nullable;

/** One interaction while it is written down, with a clock that goes on from event to event. */
final class Scene {

  private static final String LEG = "s";

  private final Center center;
  private final Dice dice;
  private final String interaction;
  private final Payloads payloads;
  private final List<InteractionEvent> events = new ArrayList<>();
  private Instant now;
  private int lastId;
  private @Nullable String lastLeg;

  Scene(Center center, Dice dice, String interaction, Instant start) {
    this.center = center;
    this.dice = dice;
    this.interaction = interaction;
    this.payloads = new Payloads(center, dice);
    this.now = start;
  }

  Center center() {
    return center;
  }

  Dice dice() {
    return dice;
  }

  Payloads payloads() {
    return payloads;
  }

  List<InteractionEvent> events() {
    return events;
  }

  /** Lets at most so many seconds pass, to the millisecond. */
  void passSeconds(int seconds) {
    now = now.plusMillis(dice.between(0, seconds * 1_000L));
  }

  void passHours(long low, long high) {
    now = now.plus(Duration.ofMinutes(dice.between(low * 60, high * 60)));
  }

  /** An id for a leg, a visit, a transfer, a survey or an order. */
  String newId(String kind) {
    lastId++;
    String id = Names.odd(dice, 12, kind + lastId);
    if (kind.equals(LEG)) {
      lastLeg = id;
    }
    return id;
  }

  /** The id of the last leg, if there was one. */
  @Nullable String lastLeg() {
    return lastLeg;
  }

  /** Writes what happens now. */
  void write(SpecificRecord payload) {
    write(payload, attributes());
  }

  /** Writes what happens now, and what its source says beside it. */
  void write(SpecificRecord payload, Map<String, String> attributes) {
    events.add(
        InteractionEvent.newBuilder()
            .setEventId(newId("e"))
            .setTenantId(center.tenant())
            .setInteractionId(interaction)
            .setOccurredAt(now)
            .setObservedAt(now)
            .setSourceSystem(dice.pick("acd", "bot", "crm"))
            .setSourceSeq(dice.oneIn(2) ? null : dice.pick(-1L, 0L, 1L, 2L, Long.MAX_VALUE))
            .setAttributes(attributes)
            .setPayload(payload)
            .build());
  }

  private Map<String, String> attributes() {
    Map<String, String> attributes = new TreeMap<>();
    if (dice.oneIn(5)) {
      attributes.put("site", dice.pick("north", "south", ""));
      attributes.put(dice.pick("tier", "tier \ud83d\ude00", "\uff5e"), dice.pick("1", "2/3+4"));
    }
    return attributes;
  }
}
