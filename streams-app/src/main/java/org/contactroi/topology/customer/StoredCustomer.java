package org.contactroi.topology.customer;

import java.nio.ByteBuffer;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.kpi.Keys;
import org.contactroi.record.Customer;
import org.contactroi.roi.customer.CustomerMonths;
import org.contactroi.roi.customer.MonthChange;
import org.contactroi.roi.customer.Relation;
import org.contactroi.topology.stage.CustomerMessage;
import org.contactroi.topology.store.Frames;

/**
 * What is kept of one customer: the records of each event, by {@code customer/event/id}, and the
 * last erasure, under {@code customer/erased}. What counts are the records of the time after the
 * erasure, of each event the one that wins; it does not matter when any of them came.
 */
final class StoredCustomer {

  private static final String EVENT = "/event/";
  private static final String ERASED = "/erased";

  private final KeyValueStore<String, byte[]> store;
  private final String customer;
  private final Function<byte[], CustomerRecord> decoder;
  private final Map<String, List<CustomerRecord>> events = new HashMap<>();
  private long erased;

  /**
   * Reads it.
   *
   * @param customer {@code tenant/digest of the customer}
   */
  StoredCustomer(
      KeyValueStore<String, byte[]> store,
      String customer,
      Function<byte[], CustomerRecord> decoder) {
    this.store = store;
    this.customer = customer;
    this.decoder = decoder;
    byte[] at = store.get(customer + ERASED);
    this.erased = at == null ? Customer.NEVER_ERASED : ByteBuffer.wrap(at).getLong();
    String prefix = customer + EVENT;
    // '0' follows '/', so these are exactly the keys that begin with the prefix.
    try (KeyValueIterator<String, byte[]> range =
        store.range(prefix, prefix.substring(0, prefix.length() - 1) + "0")) {
      while (range.hasNext()) {
        KeyValue<String, byte[]> stored = range.next();
        events.put(stored.key, Frames.split(stored.value).stream().map(decoder).toList());
      }
    }
  }

  /** Takes what is told, and returns what has to be added to the months before. */
  SortedMap<YearMonth, MonthChange> take(List<CustomerMessage> messages, ZoneId zone) {
    SortedMap<YearMonth, MonthChange> before = months(zone);
    for (CustomerMessage message : messages) {
      if (message instanceof CustomerMessage.Event event) {
        add(decoder.apply(event.wire()));
      } else if (message instanceof CustomerMessage.Erased erasure) {
        erase(erasure.at());
      }
    }
    return CustomerMonths.difference(months(zone), before);
  }

  /** How many events there are. */
  int size() {
    return events.size();
  }

  private void add(CustomerRecord added) {
    String key = customer + EVENT + Keys.escape(added.eventId());
    List<CustomerRecord> known = events.getOrDefault(key, List.of());
    if (added.at() > erased && known.stream().noneMatch(record -> record.covers(added))) {
      put(
          key,
          Stream.concat(known.stream().filter(record -> !added.covers(record)), Stream.of(added)));
    }
  }

  private void erase(long at) {
    if (at <= erased) {
      return;
    }
    erased = at;
    store.put(customer + ERASED, ByteBuffer.allocate(Long.BYTES).putLong(at).array());
    for (Map.Entry<String, List<CustomerRecord>> event : List.copyOf(events.entrySet())) {
      put(event.getKey(), event.getValue().stream().filter(record -> record.at() > at));
    }
  }

  private void put(String key, Stream<CustomerRecord> kept) {
    List<CustomerRecord> records = kept.toList();
    if (records.isEmpty()) {
      events.remove(key);
      store.delete(key);
    } else {
      events.put(key, records);
      store.put(key, Frames.join(0, records.stream().map(each -> each.revision().wire()).toList()));
    }
  }

  private SortedMap<YearMonth, MonthChange> months(ZoneId zone) {
    List<Relation> relations = new ArrayList<>();
    for (List<CustomerRecord> records : events.values()) {
      Relation relation = CustomerRecord.winner(records).relation();
      if (relation != null) {
        relations.add(relation);
      }
    }
    return CustomerMonths.of(relations, zone);
  }
}
