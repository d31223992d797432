package org.contactroi.local.screen;

import java.util.ArrayList;
import java.util.List;

/** Text in the columns of a terminal, of which a Chinese character takes two. */
public final class ScreenText {

  private static final String CUT = "…";
  private static final String CONTINUED = " \\";

  private ScreenText() {}

  /** Columns that a text takes. */
  static int width(String text) {
    return text.codePoints().map(ScreenText::columns).sum();
  }

  private static int columns(int character) {
    boolean isWide =
        Character.isIdeographic(character)
            || (character >= 0x3000 && character <= 0x303F)
            || (character >= 0xFF01 && character <= 0xFF60);
    return isWide ? 2 : 1;
  }

  /** Filled up with blanks behind it. */
  static String left(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  /** Filled up with blanks before it. */
  static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - width(text))) + text;
  }

  /** Not wider than a number of columns. */
  public static String cut(String text, int width) {
    if (width(text) <= width) {
      return text;
    }
    StringBuilder cut = new StringBuilder();
    int used = 1;
    for (int character : text.codePoints().toArray()) {
      used += columns(character);
      if (used > width) {
        break;
      }
      cut.appendCodePoint(character);
    }
    return cut.append(CUT).toString();
  }

  /** A command of the shell in lines that are not wider, if its words are not. */
  static List<String> command(String command, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : command.split(" ", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() + CONTINUED.length() > width) {
        lines.add(line + CONTINUED);
        line.setLength(0);
        line.append(' ');
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
