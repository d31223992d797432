package org.contactroi.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a kind of entry, in the order of files. Each is stated once, for files, texts and
 * records.
 *
 * @param <D> the entry
 */
final class FieldTable<D> {

  private final Supplier<? extends SpecificRecordBase> empty;
  private final List<Part<D>> parts = new ArrayList<>();

  /** A table without fields; of records of its own, or of those whose group it is. */
  FieldTable(Supplier<? extends SpecificRecordBase> empty) {
    this.empty = empty;
  }

  /** One or more fields. */
  interface Part<D> {

    /** Names in files. */
    List<String> names();

    /** Puts them as a person reads them, by their names. */
    void describe(D from, Map<String, String> texts);

    /** Puts them into a record. */
    void record(D from, SpecificRecordBase record);
  }

  /** A field whose name in records is that in files and the unit of its type. */
  <T> Field<D, T> field(String name, FieldType<T> type, Function<D, @Nullable T> get) {
    return field(name, name.replace('-', '_') + type.unit(), type, get);
  }

  /** A field with a name of its own in records. */
  <T> Field<D, T> field(
      String name, String recorded, FieldType<T> type, Function<D, @Nullable T> get) {
    return add(new Field<>(name, recorded, type, get));
  }

  /** A part of another form. */
  <P extends Part<D>> P add(P part) {
    parts.add(part);
    return part;
  }

  /** Fields in a section of their own, which records hold beside the others. */
  Group<D> group(String name, FieldTable<D> fields) {
    return add(new Group<>(name, fields));
  }

  /** Fields in a section of their own, which records hold in a record of its own. */
  <E> Nested<D, E> nested(String name, FieldTable<E> fields, Function<D, @Nullable E> get) {
    return add(new Nested<>(name, fields, get));
  }

  /** Sections in a list; records in a list. */
  <E> Items<D, E> items(String name, FieldTable<E> fields, Function<D, List<E>> get) {
    return add(new Items<>(name, fields, get));
  }

  /** The names that files may have. */
  List<String> names() {
    return parts.stream().flatMap(part -> part.names().stream()).toList();
  }

  /** Every field with its value in force, in the spelling and order of files. */
  Map<String, String> texts(D from) {
    Map<String, String> texts = new LinkedHashMap<>();
    parts.forEach(part -> part.describe(from, texts));
    return texts;
  }

  /** A record with all fields. */
  SpecificRecordBase record(D from) {
    SpecificRecordBase record = empty.get();
    parts.forEach(part -> part.record(from, record));
    return record;
  }

  /** A section of a file; a part of a record. */
  record Group<D>(String name, FieldTable<D> fields) implements Part<D> {

    @Override
    public List<String> names() {
      return List.of(name);
    }

    @Override
    public void describe(D from, Map<String, String> texts) {
      fields.texts(from).forEach((field, text) -> texts.put(name + "." + field, text));
    }

    @Override
    public void record(D from, SpecificRecordBase record) {
      fields.parts.forEach(part -> part.record(from, record));
    }
  }

  /** A section of a file; a record within a record, null if there is none. */
  record Nested<D, E>(String name, FieldTable<E> fields, Function<D, @Nullable E> get)
      implements Part<D> {

    @Override
    public List<String> names() {
      return List.of(name);
    }

    @Override
    public void describe(D from, Map<String, String> texts) {
      E value = get.apply(from);
      if (value != null) {
        texts.putAll(texts(value));
      }
    }

    /** The texts of a value. */
    Map<String, String> texts(E value) {
      Map<String, String> texts = new LinkedHashMap<>();
      new Group<>(name, fields).describe(value, texts);
      return texts;
    }

    @Override
    public void record(D from, SpecificRecordBase record) {
      E value = get.apply(from);
      record.put(name, value == null ? null : fields.record(value));
    }
  }

  /** Sections in a list; records in a list. As one text they are nothing that can be read. */
  record Items<D, E>(String name, FieldTable<E> fields, Function<D, List<E>> get)
      implements Part<D> {

    @Override
    public List<String> names() {
      return List.of(name);
    }

    @Override
    public void describe(D from, Map<String, String> texts) {}

    @Override
    public void record(D from, SpecificRecordBase record) {
      record.put(name, get.apply(from).stream().map(fields::record).toList());
    }
  }
}
