package org.contactroi.topology;

import java.io.IOException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.Encoder;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.contactroi.interaction.Interaction;
import org.contactroi.kpi.Keys;
import org.contactroi.outputs.InteractionFact;
import org.jspecify.annotations.Nullable;

/**
 * What an interaction tells the episodes of one customer: its fact, or that it is no longer one of
 * theirs.
 *
 * @param id the interaction
 * @param customerKey the customer, null when not identified
 * @param interaction the fact, null when it is gone
 */
record FactChange(
    String tenant, String id, @Nullable String customerKey, @Nullable Interaction interaction) {

  private static final String IDENTIFIED = "customer";
  private static final String ANONYMOUS = "interaction";

  static FactChange of(Interaction interaction) {
    return new FactChange(
        interaction.tenant(), interaction.id(), interaction.customerKey(), interaction);
  }

  /** Where its episodes are kept: by customer, or alone. */
  String key() {
    return customerKey == null
        ? Keys.join(tenant, ANONYMOUS, id)
        : Keys.join(tenant, IDENTIFIED, customerKey);
  }

  byte[] encode(String policyVersion) {
    return AvroBytes.write(
        encoder -> {
          encoder.writeString(tenant);
          encoder.writeString(id);
          AvroBytes.writeNullable(encoder, customerKey);
          encoder.writeBoolean(interaction != null);
          if (interaction != null) {
            writeFact(interaction, policyVersion, encoder);
          }
        });
  }

  static FactChange decode(byte[] bytes) {
    return AvroBytes.read(
        bytes,
        decoder -> {
          String tenant = AvroBytes.readString(decoder);
          String id = AvroBytes.readString(decoder);
          String customerKey = AvroBytes.readNullable(decoder);
          Interaction interaction = decoder.readBoolean() ? readFact(decoder, customerKey) : null;
          return new FactChange(tenant, id, customerKey, interaction);
        });
  }

  static void writeFact(Interaction interaction, String policyVersion, Encoder encoder)
      throws IOException {
    new SpecificDatumWriter<>(InteractionFact.class)
        .write(FactRecords.toAvro(interaction, policyVersion), encoder);
  }

  static Interaction readFact(BinaryDecoder decoder, @Nullable String customerKey)
      throws IOException {
    return FactRecords.toDomain(
        new SpecificDatumReader<>(InteractionFact.class).read(null, decoder), customerKey);
  }
}
