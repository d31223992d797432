package org.contactroi.simulator;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns customer ids into keyed pseudonyms: the first 128 bits of HMAC-SHA256 (RFC 2104, FIPS
 * 180-4) over the UTF-8 id, as 32 hexadecimal digits. The same key and id always give the same
 * pseudonym; without the key the id cannot be found by trying. Not thread-safe.
 */
public final class Pseudonyms {

  /** The key used when none is given: public, so fit for demonstrations only. */
  public static final String DEMO_KEY = "contact-roi-demo-pseudonym-key";

  private static final int PSEUDONYM_BYTES = 16;
  private static final HexFormat HEX = HexFormat.of();

  private final Mac mac;

  /**
   * Creates pseudonyms of one key.
   *
   * @throws IllegalArgumentException if the key is blank
   */
  public Pseudonyms(String key) {
    if (key.isBlank()) {
      throw new IllegalArgumentException("the pseudonym key is blank");
    }
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  /** Returns the pseudonym of a customer id. */
  public String of(String customerId) {
    byte[] digest = mac.doFinal(customerId.getBytes(StandardCharsets.UTF_8));
    return HEX.formatHex(digest, 0, PSEUDONYM_BYTES);
  }
}
