package org.contactroi.topology.store;

import java.io.IOException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.Encoder;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.contactroi.episode.Member;
import org.contactroi.interaction.InteractionId;
import org.contactroi.outputs.EpisodeMember;
import org.contactroi.record.MemberRecords;

/** Members inside stores and repartition topics: the Avro body of {@link EpisodeMember}. */
public final class MemberCodec {

  private static final DatumWriter<EpisodeMember> WRITER =
      new SpecificDatumWriter<>(EpisodeMember.class);
  private static final DatumReader<EpisodeMember> READER =
      new SpecificDatumReader<>(EpisodeMember.class);

  private MemberCodec() {}

  public static void write(Member member, Encoder encoder) throws IOException {
    WRITER.write(MemberRecords.toAvro(member), encoder);
  }

  public static Member read(BinaryDecoder decoder) throws IOException {
    return MemberRecords.toDomain(READER.read(null, decoder));
  }

  public static void writeId(InteractionId id, Encoder encoder) throws IOException {
    Long resumedAt = id.resumedAt();
    encoder.writeString(id.source());
    encoder.writeBoolean(resumedAt != null);
    if (resumedAt != null) {
      encoder.writeLong(resumedAt);
    }
  }

  public static InteractionId readId(BinaryDecoder decoder) throws IOException {
    String source = AvroBytes.readString(decoder);
    return new InteractionId(source, decoder.readBoolean() ? decoder.readLong() : null);
  }

  public static byte[] encode(Member member) {
    return AvroBytes.write(encoder -> write(member, encoder));
  }

  public static Member decode(byte[] bytes) {
    return AvroBytes.read(bytes, MemberCodec::read);
  }
}
