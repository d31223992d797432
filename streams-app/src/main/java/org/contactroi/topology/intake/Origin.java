package org.contactroi.topology.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Where a record of the input stood. */
public record Origin(String topic, int partition, long offset) {

  private static final String TOPIC = "contact-roi.topic";
  private static final String PARTITION = "contact-roi.partition";
  private static final String OFFSET = "contact-roi.offset";

  public static Origin of(RecordMetadata metadata) {
    return new Origin(metadata.topic(), metadata.partition(), metadata.offset());
  }

  /**
   * As {@link #writeTo} wrote it.
   *
   * @throws IllegalArgumentException naming the header that is not there
   */
  public static Origin of(Headers headers) {
    return new Origin(
        text(headers, TOPIC),
        Integer.parseInt(text(headers, PARTITION)),
        Long.parseLong(text(headers, OFFSET)));
  }

  /** Puts it in the place of what the headers say already. */
  void writeTo(Headers headers) {
    set(headers, TOPIC, topic);
    set(headers, PARTITION, Integer.toString(partition));
    set(headers, OFFSET, Long.toString(offset));
  }

  private static void set(Headers headers, String name, String value) {
    headers.remove(name).add(name, value.getBytes(UTF_8));
  }

  private static String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    if (header == null) {
      throw new IllegalArgumentException("header " + name + " is missing");
    }
    return new String(header.value(), UTF_8);
  }
}
