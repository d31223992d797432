package org.contactroi.topology.interaction;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.contactroi.topology.interaction.InteractionsByCustomer.PublishedFact;
import org.contactroi.topology.stage.FactChange;
import org.contactroi.topology.stage.FactChange.Forgotten;
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
  private final ToLongFunction<Interaction> repeatWindow;

  /**
   * Publishes to a topic and an outlet.
   *
   * @param reached event time by tenant, UTC ms
   * @param repeatWindow W of an interaction, ms
   */
  FactPublication(
      String topic,
      Serializer<SpecificRecord> serializer,
      Outlet outlet,
      Erasures erasures,
      ToLongFunction<String> reached,
      ToLongFunction<Interaction> repeatWindow) {
    this.topic = topic;
    this.serializer = serializer;
    this.outlet = outlet;
    this.erasures = erasures;
    this.reached = reached;
    this.repeatWindow = repeatWindow;
  }

  /**
   * What is told to the episodes.
   *
   * @param stage the next one it goes to
   * @param key of the episodes; of what goes on with another the id of that, as events have it
   */
  private record Addressed(String stage, String key, MemberChange change) {

    /** That a fact is a member, or is none any more. */
    static Addressed of(String tenant, SentFact fact, @Nullable Member member) {
      MemberChange change = new MemberChange(fact.id(), member);
      String continues = fact.continues();
      return continues == null
          ? new Addressed(
              InteractionStage.FACTS, FactChange.key(tenant, fact.customer(), fact.id()), change)
          : new Addressed(InteractionStage.CONTINUATIONS, continues, change);
    }

    boolean isToSame(Addressed other) {
      return stage.equals(other.stage) && key.equals(other.key);
    }
  }

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
  void erase(String tenant, List<PublishedFact> facts) {
    facts.forEach(fact -> removeParts(tenant, fact.id(), 0, fact.parts()));
  }

  /** Has those forgotten that were sent to the episodes of what they go on with. */
  void forget(String tenant, List<SentFact> facts) {
    for (SentFact fact : facts) {
      String continues = fact.continues();
      if (fact.isMember() && continues != null) {
        send(
            InteractionStage.CONTINUATIONS,
            continues,
            new FactChange(
                tenant, reached.applyAsLong(tenant), new Forgotten(fact.id()), Map.of()));
      }
    }
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
    return new SentFact(
        fact.id(),
        customer(fact),
        fact.isContact(),
        fact.continues(),
        fact.start(),
        fact.end() + repeatWindow.applyAsLong(fact),
        parts.size());
  }

  /** Tombstones for the parts of facts that are gone, or have become smaller. */
  private void removeParts(String tenant, List<SentFact> before, List<SentFact> now) {
    Map<InteractionId, Integer> parts = new HashMap<>();
    now.forEach(fact -> parts.put(fact.id(), fact.parts()));
    for (SentFact fact : before) {
      removeParts(tenant, fact.id(), parts.getOrDefault(fact.id(), 0), fact.parts());
    }
  }

  private void removeParts(String tenant, InteractionId id, int from, int to) {
    for (int part = from; part < to; part++) {
      outlet.emit(FactRecords.key(tenant, id, part).getBytes(UTF_8), topic, null);
    }
  }

  /** What the facts are now; and that they are no more where they were. */
  private static List<Addressed> changes(
      String tenant, Sent before, Sent now, List<Interaction> facts) {
    List<Addressed> changes = new ArrayList<>(facts.size());
    Map<InteractionId, Addressed> members = new HashMap<>();
    for (int i = 0; i < facts.size(); i++) {
      Interaction fact = facts.get(i);
      if (fact.isContact()) {
        Addressed member = Addressed.of(tenant, now.facts().get(i), Member.of(fact));
        members.put(fact.id(), member);
        changes.add(member);
      }
    }
    for (SentFact fact : before.facts()) {
      Addressed gone = Addressed.of(tenant, fact, null);
      Addressed member = members.get(fact.id());
      if (fact.isMember() && (member == null || !gone.isToSame(member))) {
        changes.add(gone);
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
      boolean isHome = each.stage().equals(InteractionStage.FACTS) && each.key().equals(home);
      Map<Cell, Totals> group = isHome && !groups.isEmpty() ? groups.remove() : Map.of();
      send(each.stage(), each.key(), new FactChange(tenant, time, each.change(), group));
    }
    for (Map<Cell, Totals> group : groups) {
      send(InteractionStage.FACTS, home, new FactChange(tenant, time, null, group));
    }
  }

  private void send(String stage, String key, FactChange change) {
    outlet.emit(key.getBytes(UTF_8), stage, change.encode());
  }
}
