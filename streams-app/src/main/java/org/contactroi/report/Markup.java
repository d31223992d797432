package org.contactroi.report;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * A piece of HTML. Text becomes one by being escaped, so what people and systems call things can
 * never be read as markup.
 */
record Markup(String html) {

  static final Markup NOTHING = new Markup("");

  private static final char REPLACEMENT = '\uFFFD';

  /** Words of the page itself. */
  static Markup text(String text) {
    return new Markup(escape(text));
  }

  /** What others have named: it is isolated, so its direction of writing stays its own. */
  static Markup name(String name) {
    return of("bdi", text(name));
  }

  /** An element with content. */
  static Markup of(String element, Markup... content) {
    return new Markup("<" + element + ">" + all(content).html + "</" + element + ">");
  }

  /** An element with a class. */
  static Markup styled(String element, String style, Markup... content) {
    return with(element, "class=\"" + escape(style) + "\"", content);
  }

  /** An element with attributes as they are to stand, their values escaped. */
  static Markup with(String element, String attributes, Markup... content) {
    return new Markup(
        "<" + element + " " + attributes + ">" + all(content).html + "</" + element + ">");
  }

  static Markup paragraph(String text) {
    return of("p", text(text));
  }

  static Markup all(Markup... parts) {
    return all(Arrays.asList(parts));
  }

  static Markup all(Collection<Markup> parts) {
    return new Markup(parts.stream().map(Markup::html).collect(Collectors.joining()));
  }

  /** It and more on the same line. */
  Markup and(Markup more) {
    return new Markup(html + more.html);
  }

  /** It, at the beginning of a line of the source. */
  Markup onItsOwnLine() {
    return new Markup("\n" + html);
  }

  /** Text that is safe in content and in quoted attributes; what HTML forbids is replaced. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints().forEach(point -> append(point, escaped));
    return escaped.toString();
  }

  private static void append(int point, StringBuilder escaped) {
    switch (point) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append("&quot;");
      case '\'' -> escaped.append("&#39;");
      case '\t', '\n' -> escaped.append((char) point);
      default -> escaped.appendCodePoint(isForbidden(point) ? REPLACEMENT : point);
    }
  }

  private static boolean isForbidden(int point) {
    int type = Character.getType(point);
    return type == Character.CONTROL || type == Character.SURROGATE || (point & 0xFFFE) == 0xFFFE;
  }
}
