package org.contactroi.notation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** The ISO 4217 codes that are known: a list shipped with the product, not the JVM's. */
public final class Currencies {

  private static final String LIST = "iso-4217.txt";
  private static final Set<String> CODES = load();

  private Currencies() {}

  /** Whether a code is one of them. */
  public static boolean isKnown(String code) {
    return CODES.contains(code);
  }

  private static Set<String> load() {
    try (InputStream list = Currencies.class.getResourceAsStream(LIST)) {
      if (list == null) {
        throw new IllegalStateException(LIST + " is not on the class path");
      }
      return new String(list.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
