package org.contactroi.topology.stage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.Encoder;
import org.contactroi.agent.Handling;
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
   * @param legs none when the agent had none or they are taken back
   */
  record Legs(String part, long lastDay, List<Handling> legs) implements AgentMessage {

    public Legs {
      legs = List.copyOf(legs);
    }

    @Override
    public void write(Encoder encoder) throws IOException {
      encoder.writeInt(LEGS);
      encoder.writeString(part);
      encoder.writeLong(lastDay);
      encoder.writeInt(legs.size());
      for (Handling leg : legs) {
        encoder.writeLong(leg.start());
        encoder.writeLong(leg.settle() - leg.start());
        encoder.writeLong(leg.effort());
      }
    }

    /** The legs that these bytes are. */
    public static Legs decode(byte[] bytes) {
      if (AgentMessage.decode(bytes) instanceof Legs legs) {
        return legs;
      }
      throw new IllegalStateException("no legs are encoded");
    }

    private static Legs read(BinaryDecoder decoder) throws IOException {
      String part = AvroBytes.readString(decoder);
      long lastDay = decoder.readLong();
      List<Handling> legs = new ArrayList<>();
      for (int left = decoder.readInt(); left > 0; left--) {
        long start = decoder.readLong();
        legs.add(new Handling(start, start + decoder.readLong(), decoder.readLong()));
      }
      return new Legs(part, lastDay, legs);
    }
  }

  int EVENT = 1;
  int LEGS = 2;

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
            case LEGS -> Legs.read(decoder);
            default -> throw new IOException("no message of an agent has kind " + kind);
          };
        });
  }
}
