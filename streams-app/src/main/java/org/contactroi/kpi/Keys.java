package org.contactroi.kpi;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.contactroi.interaction.InteractionId;

/**
 * The grammar of published keys: parts joined by {@code /}. Inside a part the characters {@code /
 * + @ %} and control characters are written as {@code %XX} of their UTF-8 bytes, so that a part
 * never holds a separator and equal parts have equal bytes.
 */
public final class Keys {

  private static final String HEX = "0123456789ABCDEF";

  private Keys() {}

  /** Joins parts, each escaped. */
  public static String join(String... parts) {
    StringBuilder key = new StringBuilder(48).append(escape(parts[0]));
    for (int i = 1; i < parts.length; i++) {
      key.append('/').append(escape(parts[i]));
    }
    return key.toString();
  }

  /** An interaction as part of a key; the separator before the start of a later part is bare. */
  public static String part(InteractionId id) {
    Long resumedAt = id.resumedAt();
    return resumedAt == null ? escape(id.source()) : escape(id.source()) + "@" + resumedAt;
  }

  /** The parts of a key, unescaped. */
  public static List<String> split(String key) {
    List<String> parts = new ArrayList<>(3);
    int from = 0;
    for (int to = key.indexOf('/'); to >= 0; to = key.indexOf('/', from)) {
      parts.add(unescape(key.substring(from, to)));
      from = to + 1;
    }
    parts.add(unescape(key.substring(from)));
    return parts;
  }

  /** A part with separators and control characters escaped. */
  public static String escape(String part) {
    for (int i = 0; i < part.length(); i++) {
      if (isEscaped(part.charAt(i))) {
        return escapeFrom(part, i);
      }
    }
    return part;
  }

  /** The part an escaped one stands for; a bare + cannot occur in it. */
  public static String unescape(String part) {
    return part.indexOf('%') < 0 ? part : URLDecoder.decode(part, StandardCharsets.UTF_8);
  }

  private static String escapeFrom(String part, int first) {
    StringBuilder escaped = new StringBuilder(part.length() + 8).append(part, 0, first);
    for (int i = first; i < part.length(); i++) {
      char c = part.charAt(i);
      if (isEscaped(c)) {
        escaped.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  private static boolean isEscaped(char c) {
    return c == '/' || c == '+' || c == '@' || c == '%' || c < ' ' || c == 0x7f;
  }
}
