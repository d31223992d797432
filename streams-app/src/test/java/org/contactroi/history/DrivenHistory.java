package org.contactroi.history;

import static org.contactroi.topology.Driven.TOPICS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.test.TestRecord;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.outputs.RejectedEvent;
import org.contactroi.topology.Driven;
import org.contactroi.topology.stage.PastVerdicts;

/**
 * One delivery of a history, and what the topology makes of it without a broker.
 *
 * @param batches each with a flush behind it
 */
record DrivenHistory(History history, Delivery delivery, List<List<Input>> batches) {

  /**
   * What was published.
   *
   * @param totals the newest ones
   */
  record Published(Ledger ledger, Bodies totals) {}

  static DrivenHistory of(History history, Delivery delivery, Dice dice) {
    return new DrivenHistory(history, delivery, delivery.batches(history.inputs(), dice));
  }

  /** The same, and then all of it once more. */
  DrivenHistory andAgain(Delivery second, Dice dice) {
    List<List<Input>> both = new ArrayList<>(batches);
    both.addAll(second.batches(history.inputs(), dice));
    return new DrivenHistory(history, delivery, both);
  }

  /** The same with some of the inputs only, in the same batches. */
  DrivenHistory only(Collection<Input> some) {
    Set<Input> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    kept.addAll(some);
    List<List<Input>> fewer = new ArrayList<>();
    batches.forEach(batch -> fewer.add(batch.stream().filter(kept::contains).toList()));
    return new DrivenHistory(history, delivery, fewer);
  }

  /** Runs the topology, with its state in a new folder below {@code folder}. */
  Published run(Path folder) {
    return run(folder, PastVerdicts.NONE);
  }

  /** The same with what another may have decided. */
  Published run(Path folder, PastVerdicts past) {
    try (Driven driven = started(folder, past)) {
      Ledger ledger = new Ledger();
      for (List<Input> batch : batches) {
        batch.forEach(input -> send(driven, input, ledger));
        driven.flush();
      }
      return published(driven, ledger);
    }
  }

  /** The totals when there is a restart behind every batch. */
  Bodies restarted(Path folder) {
    Driven driven = started(folder, PastVerdicts.NONE);
    for (List<Input> batch : batches) {
      for (Input input : batch) {
        send(driven, input, new Ledger());
      }
      driven = driven.flush().restarted(newFolder(folder));
    }
    try (Driven last = driven.flush()) {
      return totals(last);
    }
  }

  private Driven started(Path folder, PastVerdicts past) {
    return new Driven(newFolder(folder), history.settings(), past)
        .publish(history.reference().toArray(CatalogEntry[]::new));
  }

  private static Path newFolder(Path folder) {
    try {
      return Files.createTempDirectory(folder, "state");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void send(Driven driven, Input input, Ledger ledger) {
    byte[] wire = input.wire(driven::wire);
    if (input.source() == Input.Source.AGENT_EVENTS) {
      driven.rawAgent(input.key(), wire);
      ledger.sent(TOPICS.agentEvents(), input);
    } else {
      driven.raw(input.key(), wire);
      ledger.sent(TOPICS.interactionEvents(), input);
    }
  }

  private static Published published(Driven driven, Ledger ledger) {
    for (TestRecord<String, byte[]> reject : driven.records(TOPICS.rejects())) {
      ledger.rejected((RejectedEvent) driven.decode(reject.value()));
    }
    driven.records(TOPICS.deadLetters()).forEach(letter -> ledger.deadLetter(letter.headers()));
    return new Published(ledger, totals(driven));
  }

  private static Bodies totals(Driven driven) {
    Bodies totals = new Bodies();
    driven.newest(TOPICS.totals()).forEach(totals::published);
    return totals;
  }

  @Override
  public String toString() {
    return history + " " + delivery;
  }
}
