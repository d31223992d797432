package org.contactroi.topology.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.Encoder;
import org.contactroi.interaction.OpenWork;
import org.contactroi.kpi.Keys;
import org.contactroi.live.AgentPresence;
import org.contactroi.topology.store.AvroBytes;
import org.jspecify.annotations.Nullable;

/** What is told of what is open now; the key of its record is the tenant. */
public sealed interface LiveMessage {

  /** Name of the repartition to the stage of what is open. */
  String OPEN_WORK = "open-work";

  /**
   * What is open of an interaction id is now this and nothing else.
   *
   * @param id as its source gave it
   */
  record Contact(String id, String channel, List<OpenWork> open) implements LiveMessage {

    public Contact {
      open = List.copyOf(open);
    }

    @Override
    public void write(Encoder encoder) throws IOException {
      encoder.writeInt(CONTACT);
      encoder.writeString(id);
      encoder.writeString(channel);
      encoder.writeInt(open.size());
      for (OpenWork each : open) {
        encoder.writeString(each.kind().name());
        encoder.writeString(each.queue());
        AvroBytes.writeNullable(encoder, each.agent());
        encoder.writeLong(each.since());
        encoder.writeLong(each.until());
      }
    }

    private static Contact read(BinaryDecoder decoder) throws IOException {
      String id = AvroBytes.readString(decoder);
      String channel = AvroBytes.readString(decoder);
      List<OpenWork> open = new ArrayList<>(2);
      for (int left = decoder.readInt(); left > 0; left--) {
        open.add(
            new OpenWork(
                OpenWork.Kind.valueOf(AvroBytes.readString(decoder)),
                AvroBytes.readString(decoder),
                AvroBytes.readNullable(decoder),
                decoder.readLong(),
                decoder.readLong()));
      }
      return new Contact(id, channel, open);
    }
  }

  /**
   * The state of an agent is now this.
   *
   * @param agent id of the agent
   * @param presence null when no event says one
   */
  record Agent(String agent, @Nullable AgentPresence presence) implements LiveMessage {

    @Override
    public void write(Encoder encoder) throws IOException {
      encoder.writeInt(AGENT);
      encoder.writeString(agent);
      encoder.writeBoolean(presence != null);
      if (presence != null) {
        encoder.writeString(presence.state());
        encoder.writeString(presence.team());
        encoder.writeBoolean(presence.isAvailable());
        encoder.writeLong(presence.until());
      }
    }

    private static Agent read(BinaryDecoder decoder) throws IOException {
      String agent = AvroBytes.readString(decoder);
      return new Agent(
          agent,
          decoder.readBoolean()
              ? new AgentPresence(
                  AvroBytes.readString(decoder),
                  AvroBytes.readString(decoder),
                  decoder.readBoolean(),
                  decoder.readLong())
              : null);
    }
  }

  /** A partition has come to an event time, UTC ms. */
  record Reached(long time) implements LiveMessage {

    @Override
    public void write(Encoder encoder) throws IOException {
      encoder.writeInt(REACHED);
      encoder.writeLong(time);
    }
  }

  int CONTACT = 1;
  int AGENT = 2;
  int REACHED = 3;

  void write(Encoder encoder) throws IOException;

  default byte[] encode() {
    return AvroBytes.write(this::write);
  }

  /** The key of all messages of a tenant, so that its figures change together. */
  static byte[] key(String tenant) {
    return Keys.escape(tenant).getBytes(UTF_8);
  }

  static LiveMessage decode(byte[] bytes) {
    return AvroBytes.read(bytes, LiveMessage::read);
  }

  static LiveMessage read(BinaryDecoder decoder) throws IOException {
    int kind = decoder.readInt();
    return switch (kind) {
      case CONTACT -> Contact.read(decoder);
      case AGENT -> Agent.read(decoder);
      case REACHED -> new Reached(decoder.readLong());
      default -> throw new IOException("no message of what is open has kind " + kind);
    };
  }
}
