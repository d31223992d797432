package org.contactroi.topology.interaction;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.contactroi.episode.Member;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.InteractionId;
import org.contactroi.kpi.Cell;
import org.contactroi.kpi.Totals;
import org.contactroi.outputs.InteractionFact;
import org.contactroi.record.Customer;
import org.contactroi.record.FactRecords;
import org.contactroi.topology.interaction.InteractionState.Sent;
import org.contactroi.topology.interaction.InteractionState.SentFact;
import org.contactroi.topology.stage.FactChange;
import org.contactroi.topology.stage.FactChange.MemberChange;
import org.contactroi.topology.stage.Outlet;
import org.contactroi.topology.store.CellCodec;
import org.jspecify.annotations.Nullable;

/**
 * Tells what the facts of an interaction are now, and what they are no more: to readers of the
 * topic of interactions, and to the episodes of the customer.
 */
final class FactPublication {

  private final String topic;
  private final Serializer<SpecificRecord> serializer;
  private final Outlet outlet;
  private final Erasures erasures;
  private final ToLongFunction<String> reached;

  /**
   * Publishes to a topic and an outlet.
   *
   * @param reached event time by tenant, UTC ms
   */
  FactPublication(
      String topic,
      Serializer<SpecificRecord> serializer,
      Outlet outlet,
      Erasures erasures,
      ToLongFunction<String> reached) {
    this.topic = topic;
    this.serializer = serializer;
    this.outlet = outlet;
    this.erasures = erasures;
    this.reached = reached;
  }

  /** What is told to the episodes under a key. */
  private record Addressed(String key, @Nullable MemberChange change) {}

  /**
   * Publishes the facts of one interaction id in place of those sent before.
   *
   * @param id as its source gave it
   * @param facts none takes back what was sent
   * @param difference of what they and what belongs to none contribute to what was sent
   * @return what is sent now
   */
  Sent publish(
      String tenant,
      String id,
      Sent before,
      List<Interaction> facts,
      Map<Cell, Totals> difference) {
    List<SentFact> published = facts.stream().map(this::publish).toList();
    String home = before.home();
    if (home.isEmpty() && !(published.isEmpty() && difference.isEmpty())) {
      home =
          published.isEmpty()
              ? FactChange.key(tenant, null, new InteractionId(id, null))
              : FactChange.key(tenant, published.get(0).customer(), published.get(0).id());
    }
    Sent now = new Sent(home, published);
    removeParts(tenant, before.facts(), published);
    sendChanges(tenant, home, changes(tenant, before, now, facts), difference);
    return now;
  }

  /** Takes facts out of the topic; what they contribute stays as it is. */
  void erase(String tenant, List<SentFact> facts) {
    removeParts(tenant, facts, List.of());
  }

  private @Nullable Customer customer(Interaction fact) {
    return fact.customerKey() == null ? null : erasures.customer(fact.tenant(), fact.customerKey());
  }

  private SentFact publish(Interaction fact) {
    List<InteractionFact> parts = FactRecords.toAvro(fact);
    for (InteractionFact part : parts) {
      outlet.emit(
          FactRecords.key(fact.tenant(), fact.id(), part.getPart()).getBytes(UTF_8),
          topic,
          serializer.serialize(topic, part));
    }
    return new SentFact(fact.id(), customer(fact), fact.isContact(), parts.size());
  }

  /** Tombstones for the parts of facts that are gone, or have become smaller. */
  private void removeParts(String tenant, List<SentFact> before, List<SentFact> now) {
    Map<InteractionId, Integer> parts = new HashMap<>();
    now.forEach(fact -> parts.put(fact.id(), fact.parts()));
    for (SentFact fact : before) {
      for (int part = parts.getOrDefault(fact.id(), 0); part < fact.parts(); part++) {
        outlet.emit(FactRecords.key(tenant, fact.id(), part).getBytes(UTF_8), topic, null);
      }
    }
  }

  /** What the facts are now; and that they are no more where they were under another key. */
  private static List<Addressed> changes(
      String tenant, Sent before, Sent now, List<Interaction> facts) {
    List<Addressed> changes = new ArrayList<>(facts.size());
    Map<InteractionId, String> customers = new HashMap<>();
    for (int i = 0; i < facts.size(); i++) {
      Interaction fact = facts.get(i);
      Member member = fact.isContact() ? Member.of(fact) : null;
      String key = FactChange.key(tenant, now.facts().get(i).customer(), fact.id());
      if (member != null) {
        customers.put(fact.id(), key);
        changes.add(new Addressed(key, new MemberChange(fact.id(), member)));
      }
    }
    for (SentFact fact : before.facts()) {
      String key = FactChange.key(tenant, fact.customer(), fact.id());
      if (fact.isMember() && !Objects.equals(key, customers.get(fact.id()))) {
        changes.add(new Addressed(key, new MemberChange(fact.id(), null)));
      }
    }
    return changes;
  }

  /** The difference rides with the first change under its key; what is too much goes alone. */
  private void sendChanges(
      String tenant, String home, List<Addressed> changes, Map<Cell, Totals> difference) {
    long time = reached.applyAsLong(tenant);
    Deque<Map<Cell, Totals>> groups = new ArrayDeque<>(CellCodec.split(difference));
    for (Addressed each : changes) {
      boolean rides = each.key().equals(home) && !groups.isEmpty();
      Map<Cell, Totals> group = rides ? groups.remove() : Map.of();
      send(each.key(), new FactChange(tenant, time, each.change(), group));
    }
    for (Map<Cell, Totals> group : groups) {
      send(home, new FactChange(tenant, time, null, group));
    }
  }

  private void send(String key, FactChange change) {
    outlet.emit(key.getBytes(UTF_8), InteractionStage.FACTS, change.encode());
  }
}
