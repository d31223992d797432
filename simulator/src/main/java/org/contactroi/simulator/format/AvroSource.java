package org.contactroi.simulator.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.simulator.AvroFile;
import org.contactroi.simulator.EventSource;
import org.contactroi.wire.GeneratedClasses;

/** The events of an Avro container file in their order; closes the file behind the last one. */
final class AvroSource implements EventSource {

  private final Path path;
  private final Optional<String> tenant;
  private final FileContent content;
  private final DataFileStream<SpecificRecord> events;

  private AvroSource(Path path, Optional<String> tenant) throws IOException {
    this.path = path;
    this.tenant = tenant;
    content = FileContent.open(path);
    SpecificDatumReader<SpecificRecord> reader = new SpecificDatumReader<>();
    reader.setExpected(AvroFile.SCHEMA);
    events = new DataFileStream<>(content, reader);
  }

  /**
   * Opens a file.
   *
   * @param tenant whose events all are; empty for what they say
   * @throws IllegalArgumentException if it holds other records than events
   */
  static AvroSource open(Path path, Optional<String> tenant) {
    GeneratedClasses.trust();
    try {
      AvroSource source = new AvroSource(path, tenant);
      source.requireEvents();
      return source;
    } catch (IOException | AvroRuntimeException e) {
      throw unreadable(path, e);
    }
  }

  private void requireEvents() {
    List<String> allowed = names(AvroFile.SCHEMA);
    List<String> held = names(events.getSchema());
    if (!allowed.containsAll(held)) {
      close();
      throw new IllegalArgumentException(
          "%s holds %s; allowed: %s"
              .formatted(path, String.join(", ", held), String.join(", ", allowed)));
    }
  }

  private static List<String> names(Schema schema) {
    return schema.isUnion()
        ? schema.getTypes().stream().map(Schema::getFullName).toList()
        : List.of(schema.getFullName());
  }

  @Override
  public OptionalDouble share() {
    return OptionalDouble.of(content.share());
  }

  @Override
  public boolean hasNext() {
    try {
      if (events.hasNext()) {
        return true;
      }
    } catch (AvroRuntimeException e) {
      throw unreadable(path, e);
    }
    close();
    return false;
  }

  @Override
  public SpecificRecord next() {
    try {
      SpecificRecord event = events.next();
      tenant.ifPresent(name -> event.put(event.getSchema().getField("tenant_id").pos(), name));
      return event;
    } catch (AvroRuntimeException e) {
      throw unreadable(path, e);
    }
  }

  private void close() {
    try {
      events.close();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static UncheckedIOException unreadable(Path path, Exception cause) {
    return new UncheckedIOException(
        path + " cannot be read as Avro", new IOException(cause.getMessage(), cause));
  }
}
