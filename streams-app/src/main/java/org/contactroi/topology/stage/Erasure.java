package org.contactroi.topology.stage;

import org.contactroi.topology.store.AvroBytes;

/**
 * A customer is to be forgotten. It goes to every partition of interactions.
 *
 * @param at what happened until then is erased, UTC ms
 */
public record Erasure(String tenant, String customerKey, long at) {

  public byte[] encode() {
    return AvroBytes.write(
        encoder -> {
          encoder.writeString(tenant);
          encoder.writeString(customerKey);
          encoder.writeLong(at);
        });
  }

  public static Erasure decode(byte[] bytes) {
    return AvroBytes.read(
        bytes,
        decoder ->
            new Erasure(
                AvroBytes.readString(decoder), AvroBytes.readString(decoder), decoder.readLong()));
  }
}
