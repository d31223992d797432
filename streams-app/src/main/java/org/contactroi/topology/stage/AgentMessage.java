package org.contactroi.topology.stage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.Encoder;
import org.contactroi.agent.AgentWork;
import org.contactroi.agent.Handling;
import org.contactroi.agent.Ring;
import org.contactroi.interaction.event.OfferOutcome;
import org.contactroi.topology.store.AvroBytes;

/** What is told of an agent; the key of its record says of which. */
public sealed interface AgentMessage {

  /**
   * An accepted event.
   *
   * @param wire the record's value as received
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Event(byte[] wire) implements AgentMessage {

    @Override
    public void write(Encoder encoder) throws IOException {
      encoder.writeInt(EVENT);
      encoder.writeBytes(wire);
    }
  }

  /**
   * The work of the agent in an interaction, or in a part of one, is now this.
   *
   * @param part the interaction, or the part of one, as it stands in keys
   * @param lastDay UTC day, counted from the epoch, of its end: some time after it changes no more
   * @param work none when the agent had none or it is taken back
   */
  record Worked(String part, long lastDay, AgentWork work) implements AgentMessage {

    @Override
    public void write(Encoder encoder) throws IOException {
      encoder.writeInt(WORKED);
      encoder.writeString(part);
      encoder.writeLong(lastDay);
      encoder.writeInt(work.legs().size());
      for (Handling leg : work.legs()) {
        encoder.writeLong(leg.start());
        encoder.writeLong(leg.settle() - leg.start());
        encoder.writeLong(leg.effort());
      }
      encoder.writeInt(work.rings().size());
      for (Ring ring : work.rings()) {
        write(ring, encoder);
      }
    }

    private static void write(Ring ring, Encoder encoder) throws IOException {
      Long length = ring.length();
      encoder.writeString(ring.queue());
      encoder.writeLong(ring.closed());
      encoder.writeString(ring.outcome().name());
      encoder.writeLong(length == null ? NOT_SEEN : length);
    }

    /** The work that these bytes are. */
    public static Worked decode(byte[] bytes) {
      if (AgentMessage.decode(bytes) instanceof Worked worked) {
        return worked;
      }
      throw new IllegalStateException("no work is encoded");
    }

    private static Worked read(BinaryDecoder decoder) throws IOException {
      String part = AvroBytes.readString(decoder);
      long lastDay = decoder.readLong();
      List<Handling> legs = new ArrayList<>();
      for (int left = decoder.readInt(); left > 0; left--) {
        long start = decoder.readLong();
        legs.add(new Handling(start, start + decoder.readLong(), decoder.readLong()));
      }
      List<Ring> rings = new ArrayList<>(0);
      for (int left = decoder.readInt(); left > 0; left--) {
        rings.add(readRing(decoder));
      }
      return new Worked(part, lastDay, new AgentWork(legs, rings));
    }

    private static Ring readRing(BinaryDecoder decoder) throws IOException {
      String queue = AvroBytes.readString(decoder);
      long closed = decoder.readLong();
      OfferOutcome outcome = OfferOutcome.valueOf(AvroBytes.readString(decoder));
      long length = decoder.readLong();
      return new Ring(queue, closed, outcome, length == NOT_SEEN ? null : (Long) length);
    }
  }

  int EVENT = 1;
  int WORKED = 2;

  /** In place of the length of a ring whose begin was not seen. */
  long NOT_SEEN = -1;

  void write(Encoder encoder) throws IOException;

  default byte[] encode() {
    return AvroBytes.write(this::write);
  }

  static AgentMessage decode(byte[] bytes) {
    return AvroBytes.read(
        bytes,
        decoder -> {
          int kind = decoder.readInt();
          return switch (kind) {
            case EVENT -> new Event(AvroBytes.readBytes(decoder));
            case WORKED -> Worked.read(decoder);
            default -> throw new IOException("no message of an agent has kind " + kind);
          };
        });
  }
}
