package org.contactroi.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecordBase;
import org.contactroi.yaml.Form;
import org.contactroi.yaml.Section;

/** What a file gives. */
record Written(Section section) implements Given {

  /** The fields of a section, of which only these are known. */
  static Written of(Section section, Collection<String> known) {
    section.requireKnown(known);
    return new Written(section);
  }

  @Override
  public <T> Optional<T> find(Field<?, T> field, Form<T> allowed) {
    return section.find(field.name(), allowed);
  }

  @Override
  public <T> T require(Field<?, T> field, Form<T> allowed) {
    return section.require(field.name(), allowed, field.type().standIn());
  }

  @Override
  public boolean has(Field<?, ?> field) {
    return section.has(field.name());
  }

  @Override
  public boolean isBroken(Field<?, ?> field) {
    return section.isBroken(field.name());
  }

  @Override
  public boolean isBroken() {
    return section.isBroken();
  }

  @Override
  public void tell(String name, String problem) {
    section.note(name, section.place(name), problem);
  }

  @Override
  public Given group(Table.Group<?> group) {
    return of(section.section(group.name()), group.fields().names());
  }

  @Override
  public Optional<Given> nested(Table.Nested<?, ?> nested) {
    return section.findSection(nested.name()).map(found -> of(found, nested.fields().names()));
  }

  @Override
  public List<Given> items(Table.Items<?, ?> items) {
    List<String> known = items.fields().names();
    return section.sections(items.name()).stream().<Given>map(item -> of(item, known)).toList();
  }

  @Override
  public <T> T either(Function<Section, T> file, Function<SpecificRecordBase, T> record) {
    return file.apply(section);
  }
}
