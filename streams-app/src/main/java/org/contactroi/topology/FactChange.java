package org.contactroi.topology;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.Encoder;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.InteractionId;
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
    String tenant,
    InteractionId id,
    @Nullable String customerKey,
    @Nullable Interaction interaction) {

  private static final String IDENTIFIED = "customer";
  private static final String ANONYMOUS = "interaction";

  static FactChange of(Interaction interaction) {
    return new FactChange(
        interaction.tenant(), interaction.id(), interaction.customerKey(), interaction);
  }

  /** Where its episodes are kept: by customer, or alone. */
  String key() {
    return customerKey == null
        ? Keys.join(tenant, ANONYMOUS) + "/" + Keys.part(id)
        : Keys.join(tenant, IDENTIFIED, customerKey);
  }

  byte[] encode() {
    return AvroBytes.write(
        encoder -> {
          encoder.writeString(tenant);
          writeId(id, encoder);
          AvroBytes.writeNullable(encoder, customerKey);
          encoder.writeBoolean(interaction != null);
          if (interaction != null) {
            writeFact(interaction, encoder);
          }
        });
  }

  static FactChange decode(byte[] bytes) {
    return AvroBytes.read(
        bytes,
        decoder -> {
          String tenant = AvroBytes.readString(decoder);
          InteractionId id = readId(decoder);
          String customerKey = AvroBytes.readNullable(decoder);
          Interaction interaction = decoder.readBoolean() ? readFact(decoder, customerKey) : null;
          return new FactChange(tenant, id, customerKey, interaction);
        });
  }

  static void writeId(InteractionId id, Encoder encoder) throws IOException {
    Long resumedAt = id.resumedAt();
    encoder.writeString(id.source());
    encoder.writeBoolean(resumedAt != null);
    if (resumedAt != null) {
      encoder.writeLong(resumedAt);
    }
  }

  static InteractionId readId(BinaryDecoder decoder) throws IOException {
    String source = AvroBytes.readString(decoder);
    return new InteractionId(source, decoder.readBoolean() ? decoder.readLong() : null);
  }

  static void writeFact(Interaction interaction, Encoder encoder) throws IOException {
    List<InteractionFact> parts = FactRecords.toAvro(interaction);
    encoder.writeInt(parts.size());
    for (InteractionFact part : parts) {
      new SpecificDatumWriter<>(InteractionFact.class).write(part, encoder);
    }
  }

  static Interaction readFact(BinaryDecoder decoder, @Nullable String customerKey)
      throws IOException {
    List<InteractionFact> parts = new ArrayList<>(1);
    for (int left = decoder.readInt(); left > 0; left--) {
      parts.add(new SpecificDatumReader<>(InteractionFact.class).read(null, decoder));
    }
    return FactRecords.toDomain(parts, customerKey);
  }
}
