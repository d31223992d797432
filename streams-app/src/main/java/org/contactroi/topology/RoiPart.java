package org.contactroi.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.contactroi.kpi.Keys;

/** What the stage of statements is told of a tenant. */
sealed interface RoiPart permits DayPart, MonthPart {

  int DAY = 1;
  int MONTH = 2;

  String tenant();

  byte[] encode();

  /** The key of its record: the tenant. */
  default byte[] key() {
    return key(tenant());
  }

  /** The key of all records of a tenant, which decides about their partition. */
  static byte[] key(String tenant) {
    return Keys.escape(tenant).getBytes(UTF_8);
  }

  static RoiPart decode(byte[] bytes) {
    return AvroBytes.read(
        bytes,
        decoder -> {
          int kind = decoder.readInt();
          return switch (kind) {
            case DAY -> DayPart.read(decoder);
            case MONTH -> MonthPart.read(decoder);
            default -> throw new IOException("no part of a statement has kind " + kind);
          };
        });
  }
}
