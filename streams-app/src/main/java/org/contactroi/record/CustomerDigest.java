package org.contactroi.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import org.contactroi.kpi.Keys;
import org.contactroi.kpi.Sha256;

/** Stands for a customer where the customer key itself must not stand. */
public final class CustomerDigest {

  private static final int BYTES = 16;
  private static final int BRIEF_BYTES = 8;

  private CustomerDigest() {}

  /** Of tenant and customer key, 32 hexadecimal digits of their SHA-256. */
  public static String of(String tenant, String customerKey) {
    return HexFormat.of().formatHex(hash(Keys.join(tenant, customerKey)), 0, BYTES);
  }

  /**
   * Where something else tells most customers apart: 16 hexadecimal digits, which are others after
   * an erasure.
   */
  static String brief(String tenant, Customer customer) {
    String text = Keys.escape(tenant) + "/" + customer.id();
    return HexFormat.of().formatHex(hash(text), 0, BRIEF_BYTES);
  }

  private static byte[] hash(String text) {
    return Sha256.of(text.getBytes(UTF_8));
  }
}
