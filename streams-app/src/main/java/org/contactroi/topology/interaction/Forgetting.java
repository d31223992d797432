package org.contactroi.topology.interaction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.contactroi.kpi.Keys;
import org.contactroi.topology.interaction.InteractionsByCustomer.Owned;
import org.contactroi.topology.interaction.InteractionsByCustomer.PublishedFact;
import org.contactroi.topology.stage.Ageing;
import org.contactroi.topology.stage.Erasure;
import org.contactroi.topology.store.PartedStore;

/** What becomes of interactions that are too old to change, or whose customers are erased. */
final class Forgetting {

  private final Stored stored;
  private final Continuations continuations;
  private final InteractionsByCustomer byCustomer;
  private final Erasures erasures;
  private final FactPublication publication;
  private final OpenPublication openWork;

  /**
   * What is kept of interactions.
   *
   * @param decoder of their events
   * @param ageing of those with events, by the last
   * @param past of those whose events were forgotten, likewise
   */
  record Stored(
      PartedStore states, Function<byte[], StoredEvent> decoder, Ageing ageing, Ageing past) {

    InteractionState state(PartedStore.Parted entries) {
      return InteractionState.decode(entries.entries(), decoder);
    }
  }

  Forgetting(
      Stored stored,
      Continuations continuations,
      InteractionsByCustomer byCustomer,
      Erasures erasures,
      FactPublication publication,
      OpenPublication openWork) {
    this.stored = stored;
    this.continuations = continuations;
    this.byCustomer = byCustomer;
    this.erasures = erasures;
    this.publication = publication;
    this.openWork = openWork;
  }

  /**
   * Forgets the events of interactions that can no longer change, R + G after their last: what
   * comes is too late, or is of another life of the id. What was told of them stays known to those
   * that go on with them.
   *
   * @param time all of their events were before it, UTC ms
   */
  void forgetBefore(String tenant, long time) {
    for (String key : stored.ageing.takeBefore(tenant, time)) {
      forgetEvents(key);
      erasures.forgetInteraction(key);
    }
  }

  private void forgetEvents(String key) {
    PartedStore.Parted entries = stored.states.get(key);
    InteractionState state = stored.state(entries);
    long lastTime = state.lastTime();
    state.forgetEvents();
    stored.states.put(key, entries, state.encode());
    if (!state.past().isEmpty()) {
      stored.past.moved(key, Long.MIN_VALUE, lastTime);
    }
  }

  /**
   * Erases the interactions of a customer.
   *
   * @return keys of those that happened later, which are the customer's as who came back
   */
  List<String> erase(Erasure erasure) {
    List<String> later = new ArrayList<>();
    for (Owned owned : byCustomer.take(erasure.tenant(), erasure.customerKey())) {
      String key = Keys.join(erasure.tenant(), owned.id());
      PartedStore.Parted entries = stored.states.get(key);
      InteractionState state = stored.state(entries);
      if (state.isAlive() && state.firstTime() > erasure.at()) {
        erasePast(erasure.tenant(), key, entries, state);
        later.add(key);
      } else {
        publication.erase(erasure.tenant(), owned.facts());
        openWork.withdraw(erasure.tenant(), owned.id(), state.open());
        erase(erasure.tenant(), key, entries, state);
      }
    }
    erasures.add(erasure);
    return later;
  }

  /** What an id stood for before what happened later. */
  private void erasePast(
      String tenant, String key, PartedStore.Parted entries, InteractionState state) {
    if (!state.past().isEmpty()) {
      publication.erase(tenant, PublishedFact.of(state.past()));
      publication.forget(tenant, state.past());
      state.forgetPast();
      stored.states.put(key, entries, state.encode());
    }
  }

  /** What is not forgotten yet may still be heard of: it stays known as erased for as long. */
  private void erase(
      String tenant, String key, PartedStore.Parted entries, InteractionState state) {
    continuations.forget(key);
    publication.forget(tenant, state.allSent().facts());
    if (state.isAlive()) {
      erasures.addInteraction(key);
    }
    stored.states.put(key, entries, List.of());
  }
}
