package org.contactroi.catalog.file;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;

/** What names an entry: fields that every kind has. */
final class Names {

  static final String TENANT = "tenant";
  static final String VALID_FROM = "valid-from";

  static final String ALLOWED_NAME = "not blank, at most 256 bytes";

  private static final int NAME_BYTES = 256;

  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
  private static final String ALLOWED_INSTANT =
      "an instant of whole seconds, from 1990 to 2099, such as 2026-01-01T00:00:00Z";

  private Names() {}

  static String tenant(Fields fields) {
    return fields.required(TENANT, ALLOWED_NAME, Names::name, "");
  }

  /** UTC ms. */
  static long validFrom(Fields fields) {
    return fields.required(VALID_FROM, ALLOWED_INSTANT, Names::instant, EARLIEST).toEpochMilli();
  }

  static String name(String text) {
    if (text.isBlank() || text.getBytes(StandardCharsets.UTF_8).length > NAME_BYTES) {
      throw new IllegalArgumentException(ALLOWED_NAME);
    }
    return text;
  }

  private static Instant instant(String text) {
    Instant instant = OffsetDateTime.parse(text).toInstant();
    if (instant.isBefore(EARLIEST)
        || !instant.isBefore(LATEST)
        || instant.get(ChronoField.NANO_OF_SECOND) != 0) {
      throw new IllegalArgumentException(ALLOWED_INSTANT);
    }
    return instant;
  }
}
