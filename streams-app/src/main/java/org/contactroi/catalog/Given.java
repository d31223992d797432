package org.contactroi.catalog;

import java.time.LocalDate;
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

  /** A value; empty if it is not given, or cannot be read. */
  <T> Optional<T> find(Field<?, T> field, Form<T> allowed);

  /** A value that has to be given; the stand-in of its type if it cannot be read. */
  <T> T require(Field<?, T> field, Form<T> allowed);

  /** Whether something is given of a field. */
  boolean has(Field<?, ?> field);

  /** Whether a value could not be read. */
  boolean isBroken(Field<?, ?> field);

  /** Whether anything could not be read. */
  boolean isBroken();

  /** Tells what is wrong about a field, or fails. */
  void tell(String name, String problem);

  /** The fields of a section. */
  Given group(Table.Group<?> group);

  /** The fields of a section that may be left out. */
  Optional<Given> nested(Table.Nested<?, ?> nested);

  /** The fields of the items of a list. */
  List<Given> items(Table.Items<?, ?> items);

  /** What a file or a record gives in its own way. */
  <T> T either(Function<Section, T> file, Function<SpecificRecordBase, T> record);

  /** Tells what is wrong with a field, or fails. */
  default void refuse(String name, String why) {
    tell(name, name + " " + why);
  }

  /** The value of a field that may be left out. */
  default <T> Optional<T> find(Field<?, T> field) {
    return find(field, field.type().form());
  }

  /** The value of a field that has to be given. */
  default <T> T require(Field<?, T> field) {
    return require(field, field.type().form());
  }

  /** The value of a field that may be left out. */
  default <T> T get(Field<?, T> field, T otherwise) {
    return find(field).orElse(otherwise);
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
}
