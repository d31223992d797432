package org.contactroi.catalog;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecordBase;
import org.contactroi.yaml.Form;
import org.contactroi.yaml.Section;

/** What a record of the topic gives. */
record Recorded(SpecificRecordBase record) implements Given {

  /** What a record within one gives; empty if there is none. */
  static Optional<Given> within(SpecificRecordBase record, String name) {
    return Optional.ofNullable(record.get(name))
        .map(within -> new Recorded((SpecificRecordBase) within));
  }

  @Override
  public <T> Optional<T> find(Field<?, T> field, Form<T> allowed) {
    return Optional.ofNullable(field.in(record));
  }

  @Override
  public <T> T require(Field<?, T> field, Form<T> allowed) {
    return find(field, allowed)
        .orElseThrow(() -> new IllegalArgumentException(field.name() + " is missing"));
  }

  @Override
  public boolean has(Field<?, ?> field) {
    return field.in(record) != null;
  }

  @Override
  public boolean isBroken(Field<?, ?> field) {
    return false;
  }

  @Override
  public boolean isBroken() {
    return false;
  }

  @Override
  public void tell(String name, String problem) {
    throw new IllegalArgumentException(problem);
  }

  @Override
  public Given group(Table.Group<?> group) {
    return this;
  }

  @Override
  public Optional<Given> nested(Table.Nested<?, ?> nested) {
    return within(record, nested.name());
  }

  @Override
  public List<Given> items(Table.Items<?, ?> items) {
    return ((List<?>) record.get(items.name()))
        .stream().<Given>map(item -> new Recorded((SpecificRecordBase) item)).toList();
  }

  @Override
  public <T> T either(Function<Section, T> file, Function<SpecificRecordBase, T> of) {
    return of.apply(record);
  }
}
