package org.contactroi.history;

import static org.contactroi.topology.Driven.TOPICS;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.test.TestRecord;
import org.contactroi.outputs.RejectedEvent;
import org.contactroi.topology.Driven;

/**
 * What the topology made of one delivery, without a broker.
 *
 * @param totals the newest ones
 */
record DrivenHistory(Ledger ledger, Bodies totals) {

  /** Sends batch after batch, with a flush behind each. */
  static DrivenHistory of(List<List<Input>> batches, Map<String, String> policies, Path stateDir) {
    Ledger ledger = new Ledger();
    try (Driven driven = new Driven(stateDir, policies)) {
      long offset = 0;
      for (List<Input> batch : batches) {
        for (Input input : batch) {
          if (input.source() == Input.Source.INTERACTION_EVENTS) {
            driven.raw(input.key(), input.wire(driven::wire));
            ledger.sent(new Ledger.Position(TOPICS.interactionEvents(), 0, offset++), input);
          }
        }
        driven.flush();
      }
      return published(driven, ledger);
    }
  }

  private static DrivenHistory published(Driven driven, Ledger ledger) {
    for (TestRecord<String, byte[]> reject : driven.records(TOPICS.rejects())) {
      ledger.rejected((RejectedEvent) driven.decode(reject.value()));
    }
    driven.records(TOPICS.deadLetters()).forEach(letter -> ledger.deadLetter(letter.headers()));
    Bodies totals = new Bodies();
    driven.newest(TOPICS.totals()).forEach(totals::published);
    return new DrivenHistory(ledger, totals);
  }
}
