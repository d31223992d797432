package org.contactroi.serve.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Secrets that are drawn, and what is kept of them. */
public final class Token {

  /** So that those who look for secrets in files find it. */
  private static final String PREFIX = "croi_";

  private static final int BYTES = 32;

  private Token() {}

  /** A new one, of 256 random bits. */
  public static String draw() {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  /** What a file keeps of a token: its SHA-256 in 64 hexadecimal digits. */
  public static String digest(String token) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
