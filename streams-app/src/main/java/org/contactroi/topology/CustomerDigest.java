package org.contactroi.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.contactroi.kpi.Keys;

/** Stands for a customer where the customer key itself must not stand. */
final class CustomerDigest {

  private CustomerDigest() {}

  /** SHA-256 of tenant and customer key, 64 hexadecimal digits. */
  static String of(String tenant, String customerKey) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(Keys.join(tenant, customerKey).getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
