package org.contactroi.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.events.AgentEvent;
import org.contactroi.events.CustomerEvent;
import org.contactroi.events.InteractionEvent;
import org.contactroi.wire.GeneratedClasses;

/**
 * An Avro container file of events of all kinds in the order they come. Its schema is the union of
 * the kinds. Equal events give equal files: the blocks are not compressed, and the marker between
 * them, usually random, is always the same.
 */
public final class AvroFile implements EventSink {

  /** The schema: a union of the kinds of events. */
  public static final Schema SCHEMA =
      Schema.createUnion(
          InteractionEvent.getClassSchema(),
          AgentEvent.getClassSchema(),
          CustomerEvent.getClassSchema());

  private static final int MARKER_BYTES = 16;
  private static final int BLOCK_BYTES = 1 << 18;

  private final Path path;
  private final DataFileWriter<SpecificRecord> writer;

  private AvroFile(Path path) throws IOException {
    this.path = path;
    this.writer = new DataFileWriter<>(new SpecificDatumWriter<>(SCHEMA));
    writer.setSyncInterval(BLOCK_BYTES);
    writer.create(SCHEMA, Files.newOutputStream(path), marker());
  }

  /**
   * Creates a file, in the place of one that may be there.
   *
   * @throws PublishException if it cannot be written
   */
  public static AvroFile create(Path path) {
    GeneratedClasses.trust();
    try {
      return new AvroFile(path);
    } catch (IOException e) {
      throw failed(path, e);
    }
  }

  private static byte[] marker() {
    return Arrays.copyOf("Contact ROI events".getBytes(StandardCharsets.US_ASCII), MARKER_BYTES);
  }

  @Override
  public void accept(SpecificRecord event) throws InterruptedException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedException();
    }
    try {
      writer.append(event);
    } catch (IOException e) {
      throw failed(path, e);
    }
  }

  @Override
  public void flush() {
    try {
      writer.flush();
    } catch (IOException e) {
      throw failed(path, e);
    }
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw failed(path, e);
    }
  }

  private static PublishException failed(Path path, IOException cause) {
    return new PublishException("writing " + path + " failed", cause);
  }
}
