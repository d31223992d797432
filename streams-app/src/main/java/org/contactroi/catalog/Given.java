package org.contactroi.catalog;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecordBase;
import org.contactroi.yaml.Form;
import org.contactroi.yaml.Section;

/**
 * What is given of the fields of an entry: by a file, where they are held against what is allowed
 * and problems are told, or by a record of the topic, whose entry is held against it as a whole.
 */
interface Given {

  /** What a file gives; only these keys are known. */
  static Given of(Section section, Collection<String> known) {
    section.requireKnown(known);
    return new Written(section);
  }

  /** What a record gives. */
  static Given of(SpecificRecordBase record) {
    return new Recorded(record);
  }

  /** What a file or a record gives in its own way. */
  <T> T either(Function<Section, T> file, Function<SpecificRecordBase, T> record);

  /** A value; empty if it is not given, or cannot be read. */
  default <T> Optional<T> find(Field<?, T> field, Form<T> allowed) {
    return either(
        section -> section.find(field.name(), allowed),
        record -> Optional.ofNullable(field.in(record)));
  }

  /** The value of a field that may be left out. */
  default <T> Optional<T> find(Field<?, T> field) {
    return find(field, field.type().form());
  }

  /** The value of a field that may be left out. */
  default <T> T get(Field<?, T> field, T otherwise) {
    return find(field).orElse(otherwise);
  }

  /** A value that has to be given; the stand-in of its type if it cannot be read. */
  default <T> T require(Field<?, T> field, Form<T> allowed) {
    return either(
        section -> section.require(field.name(), allowed, field.type().standIn()),
        record ->
            find(field)
                .orElseThrow(() -> new IllegalArgumentException(field.name() + " is missing")));
  }

  /** The value of a field that has to be given. */
  default <T> T require(Field<?, T> field) {
    return require(field, field.type().form());
  }

  /** A day that is not before that of another field. */
  default LocalDate lastDay(
      Field<?, LocalDate> field, Field<?, LocalDate> firstField, LocalDate first) {
    Form<LocalDate> day = field.type().form();
    LocalDate last =
        require(
            field,
            day.where(
                read -> isBroken(firstField) || !read.isBefore(first),
                "%s, not before %s".formatted(day.allowed(), firstField.name())));
    return isBroken(firstField) ? first : last;
  }

  /** Whether something is given of a field. */
  default boolean has(Field<?, ?> field) {
    return either(section -> section.has(field.name()), record -> field.in(record) != null);
  }

  /** Whether a value could not be read. */
  default boolean isBroken(Field<?, ?> field) {
    return either(section -> section.isBroken(field.name()), record -> false);
  }

  /** Whether anything could not be read. */
  default boolean isBroken() {
    return either(Section::isBroken, record -> false);
  }

  /** Tells what is wrong with a field, or fails. */
  default void refuse(String name, String why) {
    tell(name, name + " " + why);
  }

  /** Tells what is wrong about a field, or fails. */
  void tell(String name, String problem);

  /** The fields of a section. */
  default Given group(FieldTable.Group<?> group) {
    return either(
        section -> of(section.section(group.name()), group.fields().names()), record -> this);
  }

  /** The fields of a section that may be left out. */
  default Optional<Given> nested(FieldTable.Nested<?, ?> nested) {
    return either(
        section ->
            section.findSection(nested.name()).map(found -> of(found, nested.fields().names())),
        record -> within(record, nested.name()));
  }

  /** The fields of the items of a list. */
  default List<Given> items(FieldTable.Items<?, ?> items) {
    List<String> known = items.fields().names();
    return either(
        section -> section.sections(items.name()).stream().map(item -> of(item, known)).toList(),
        record ->
            ((List<?>) record.get(items.name()))
                .stream().map(item -> of((SpecificRecordBase) item)).toList());
  }

  /** What a record within one gives; empty if there is none. */
  static Optional<Given> within(SpecificRecordBase record, String name) {
    return Optional.ofNullable(record.get(name)).map(within -> of((SpecificRecordBase) within));
  }

  /** What a file gives. */
  record Written(Section section) implements Given {

    @Override
    public <T> T either(Function<Section, T> file, Function<SpecificRecordBase, T> record) {
      return file.apply(section);
    }

    @Override
    public void tell(String name, String problem) {
      section.note(name, section.place(name), problem);
    }
  }

  /** What a record gives. */
  record Recorded(SpecificRecordBase record) implements Given {

    @Override
    public <T> T either(Function<Section, T> file, Function<SpecificRecordBase, T> of) {
      return of.apply(record);
    }

    @Override
    public void tell(String name, String problem) {
      throw new IllegalArgumentException(problem);
    }
  }
}
