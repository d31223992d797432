package org.contactroi.catalog;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/**
 * A field with one value.
 *
 * @param name in files
 * @param recorded its name in records
 * @param get its value; null if there is none
 */
record Field<D, T>(String name, String recorded, FieldType<T> type, Function<D, @Nullable T> get)
    implements FieldTable.Part<D> {

  @Override
  public List<String> names() {
    return List.of(name);
  }

  @Override
  public void describe(D from, Map<String, String> texts) {
    T value = get.apply(from);
    if (value != null) {
      texts.put(name, type.text().apply(value));
    }
  }

  @Override
  public void record(D from, SpecificRecordBase record) {
    T value = get.apply(from);
    record.put(position(record), value == null ? null : type.toRecord().apply(value));
  }

  /** What a record holds; null if nothing. */
  @Nullable T in(SpecificRecordBase record) {
    Object value = record.get(position(record));
    return value == null ? null : type.toDomain().apply(value);
  }

  private int position(SpecificRecordBase record) {
    return record.getSchema().getField(recorded).pos();
  }
}
