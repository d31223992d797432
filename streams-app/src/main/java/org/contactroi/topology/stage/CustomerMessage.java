package org.contactroi.topology.stage;

import java.io.IOException;
import org.apache.avro.io.Encoder;
import org.contactroi.topology.store.AvroBytes;

/** What is told of a customer; the key of its record says of which. */
public sealed interface CustomerMessage {

  /**
   * An accepted event that says what the customer is.
   *
   * @param wire the record's value as received
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Event(byte[] wire) implements CustomerMessage {

    @Override
    public void write(Encoder encoder) throws IOException {
      encoder.writeInt(EVENT);
      encoder.writeBytes(wire);
    }
  }

  /**
   * The customer is to be forgotten.
   *
   * @param at what happened until then is erased, UTC ms
   */
  record Erased(long at) implements CustomerMessage {

    @Override
    public void write(Encoder encoder) throws IOException {
      encoder.writeInt(ERASED);
      encoder.writeLong(at);
    }
  }

  int EVENT = 1;
  int ERASED = 2;

  void write(Encoder encoder) throws IOException;

  default byte[] encode() {
    return AvroBytes.write(this::write);
  }

  static CustomerMessage decode(byte[] bytes) {
    return AvroBytes.read(
        bytes,
        decoder -> {
          int kind = decoder.readInt();
          return switch (kind) {
            case EVENT -> new Event(AvroBytes.readBytes(decoder));
            case ERASED -> new Erased(decoder.readLong());
            default -> throw new IOException("no message of a customer has kind " + kind);
          };
        });
  }
}
