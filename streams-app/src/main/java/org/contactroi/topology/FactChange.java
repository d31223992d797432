package org.contactroi.topology;

import java.util.List;
import java.util.Map;
import org.contactroi.episode.Member;
import org.contactroi.interaction.InteractionId;
import org.contactroi.kpi.Cell;
import org.contactroi.kpi.Keys;
import org.contactroi.kpi.Totals;
import org.jspecify.annotations.Nullable;

/**
 * What a changed interaction tells the next stage: what it is as a member of its customer's
 * episodes, and the difference of what it contributes by itself, which is passed on to the totals.
 *
 * @param member null when the record is about contributions only
 * @param difference may be empty
 */
record FactChange(String tenant, @Nullable MemberChange member, Map<Cell, Totals> difference) {

  private static final String IDENTIFIED = "customer";
  private static final String ANONYMOUS = "interaction";

  /**
   * An interaction among those of its customer.
   *
   * @param member null when it is no longer one of theirs
   */
  record MemberChange(InteractionId id, @Nullable Member member) {}

  /**
   * Where the episodes of an interaction are kept: by customer, or alone.
   *
   * @param customerKey null when not identified
   */
  static String key(String tenant, @Nullable String customerKey, InteractionId id) {
    return customerKey == null
        ? Keys.join(tenant, ANONYMOUS) + "/" + Keys.part(id)
        : Keys.join(tenant, IDENTIFIED, customerKey);
  }

  /** The customer of a key; null when it is that of an interaction without one. */
  static @Nullable String customerKey(String key) {
    List<String> parts = Keys.split(key);
    return parts.get(1).equals(IDENTIFIED) ? parts.get(2) : null;
  }

  byte[] encode() {
    return AvroBytes.write(
        encoder -> {
          encoder.writeString(tenant);
          encoder.writeBoolean(member != null);
          if (member != null) {
            MemberCodec.writeId(member.id(), encoder);
            encoder.writeBoolean(member.member() != null);
            if (member.member() != null) {
              MemberCodec.write(member.member(), encoder);
            }
          }
          CellCodec.write(difference, encoder);
        });
  }

  static FactChange decode(byte[] bytes) {
    return AvroBytes.read(
        bytes,
        decoder -> {
          String tenant = AvroBytes.readString(decoder);
          MemberChange member = null;
          if (decoder.readBoolean()) {
            InteractionId id = MemberCodec.readId(decoder);
            member = new MemberChange(id, decoder.readBoolean() ? MemberCodec.read(decoder) : null);
          }
          return new FactChange(tenant, member, CellCodec.read(decoder));
        });
  }
}
