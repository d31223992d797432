package org.contactroi.topology.stage;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.Encoder;
import org.contactroi.episode.Member;
import org.contactroi.interaction.InteractionId;
import org.contactroi.kpi.Cell;
import org.contactroi.kpi.Keys;
import org.contactroi.kpi.Totals;
import org.contactroi.record.Customer;
import org.contactroi.topology.store.AvroBytes;
import org.contactroi.topology.store.CellCodec;
import org.contactroi.topology.store.MemberCodec;
import org.jspecify.annotations.Nullable;

/**
 * What a changed interaction tells the next stage: what it is as a member of its customer's
 * episodes, and the difference of what it contributes by itself, which is passed on to the totals.
 *
 * @param reached event time that the tenant has reached where it comes from, UTC ms: minutes long
 *     before it are told of no more
 * @param change null when the record is about contributions only
 * @param difference may be empty
 */
public record FactChange(
    String tenant, long reached, @Nullable Change change, Map<Cell, Totals> difference) {

  private static final String IDENTIFIED = "customer";
  private static final String ANONYMOUS = "interaction";

  private static final int NONE = 0;
  private static final int MEMBER = 1;
  private static final int GONE = 2;
  private static final int ERASED = 3;
  private static final int FORGOTTEN = 4;

  /** What changes for a customer. */
  public sealed interface Change {}

  /**
   * An interaction among those of its customer.
   *
   * @param member null when it is no longer one of theirs
   */
  public record MemberChange(InteractionId id, @Nullable Member member) implements Change {}

  /**
   * An interaction of an erased customer among those of another: it leaves no trace, and what it
   * contributed stays.
   */
  public record Forgotten(InteractionId id) implements Change {}

  /**
   * The customer is erased in a partition of the stage before: nothing of them comes from there any
   * more.
   */
  public record Erased(int partition) implements Change {}

  /**
   * Where the episodes of an interaction are kept: by customer, or alone.
   *
   * @param customer null when not identified
   */
  public static String key(String tenant, @Nullable Customer customer, InteractionId id) {
    return customer == null
        ? Keys.join(tenant, ANONYMOUS) + "/" + Keys.part(id)
        : key(tenant, customer);
  }

  /** Where the episodes of a customer are kept. */
  public static String key(String tenant, Customer customer) {
    return Keys.join(tenant, IDENTIFIED) + "/" + customer.id();
  }

  /** The customer of a key; null when it is that of an interaction without one. */
  public static @Nullable Customer customer(String key) {
    List<String> parts = Keys.split(key);
    return parts.get(1).equals(IDENTIFIED) ? Customer.of(parts.subList(2, parts.size())) : null;
  }

  public byte[] encode() {
    return AvroBytes.write(
        encoder -> {
          encoder.writeString(tenant);
          encoder.writeLong(reached);
          write(change, encoder);
          CellCodec.write(difference, encoder);
        });
  }

  /** What an encoded change begins with. */
  public record Reached(String tenant, long at) {

    public static Reached decode(byte[] change) {
      return AvroBytes.read(change, Reached::read);
    }

    private static Reached read(BinaryDecoder decoder) throws IOException {
      return new Reached(AvroBytes.readString(decoder), decoder.readLong());
    }
  }

  public static FactChange decode(byte[] bytes) {
    return AvroBytes.read(
        bytes,
        decoder -> {
          Reached reached = Reached.read(decoder);
          return new FactChange(
              reached.tenant(), reached.at(), readChange(decoder), CellCodec.read(decoder));
        });
  }

  private static void write(@Nullable Change change, Encoder encoder) throws IOException {
    if (change instanceof MemberChange of) {
      encoder.writeInt(of.member() == null ? GONE : MEMBER);
      MemberCodec.writeId(of.id(), encoder);
      if (of.member() != null) {
        MemberCodec.write(of.member(), encoder);
      }
    } else if (change instanceof Erased erased) {
      encoder.writeInt(ERASED);
      encoder.writeInt(erased.partition());
    } else if (change instanceof Forgotten forgotten) {
      encoder.writeInt(FORGOTTEN);
      MemberCodec.writeId(forgotten.id(), encoder);
    } else {
      encoder.writeInt(NONE);
    }
  }

  private static @Nullable Change readChange(BinaryDecoder decoder) throws IOException {
    int kind = decoder.readInt();
    return switch (kind) {
      case NONE -> null;
      case MEMBER -> new MemberChange(MemberCodec.readId(decoder), MemberCodec.read(decoder));
      case GONE -> new MemberChange(MemberCodec.readId(decoder), null);
      case ERASED -> new Erased(decoder.readInt());
      case FORGOTTEN -> new Forgotten(MemberCodec.readId(decoder));
      default -> throw new IOException("no change of a customer has kind " + kind);
    };
  }
}
