package org.contactroi.app.replay;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.contactroi.outputs.KpiRecord;
import org.contactroi.outputs.MoneyAmount;
import org.contactroi.outputs.ResourceCost;
import org.jspecify.annotations.Nullable;

/**
 * The amounts of a KPI record.
 *
 * @param currency ISO 4217; empty if there are none
 * @param micros by name, in the order of the record; null where a price is missing
 */
record WindowAmounts(String currency, Map<String, @Nullable Long> micros) {

  static final WindowAmounts NONE = new WindowAmounts("", Map.of());

  private static final String CURRENCY = "currency";

  WindowAmounts {
    micros = Collections.unmodifiableMap(new LinkedHashMap<>(micros));
  }

  /** Those of a record; of one without money none. */
  static WindowAmounts of(KpiRecord record) {
    if (!(record.getMoney() instanceof IndexedRecord money)) {
      return NONE;
    }
    Map<String, @Nullable Long> micros = new LinkedHashMap<>();
    String currency = "";
    for (Schema.Field field : money.getSchema().getFields()) {
      Object value = money.get(field.pos());
      if (value instanceof MoneyAmount amount) {
        micros.put(field.name(), amount.getMicros());
      } else if (value instanceof List<?> lines) {
        for (Object line : lines) {
          if (line instanceof ResourceCost cost) {
            micros.put(field.name() + "." + cost.getResource(), cost.getCost().getMicros());
          }
        }
      } else if (field.name().equals(CURRENCY)) {
        currency = String.valueOf(value);
      }
    }
    return new WindowAmounts(currency, micros);
  }

  /** Both together; what is undefined in one of them is so in the sum. */
  WindowAmounts plus(WindowAmounts more) {
    Map<String, @Nullable Long> sums = new LinkedHashMap<>(micros);
    more.micros.forEach(
        (name, amount) ->
            sums.put(name, sums.containsKey(name) ? sum(sums.get(name), amount) : amount));
    return new WindowAmounts(currency.isEmpty() ? more.currency : currency, sums);
  }

  private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
    return one == null || other == null ? null : (Long) Math.addExact(one, other);
  }

  boolean areNone() {
    return micros.isEmpty();
  }

  /** The same for the same amounts, and no others. */
  byte[] bytes() {
    return toString().getBytes(StandardCharsets.UTF_8);
  }
}
