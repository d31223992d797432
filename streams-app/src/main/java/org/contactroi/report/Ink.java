package org.contactroi.report;

/**
 * Colours of charts, each with a dash and a pattern that tell it apart where there is no colour.
 */
enum Ink {
  ACCENT("#0f5c73", "solid", Pattern.PLAIN),
  ACCENT_HATCHED("#4f93a8", "dashed", Pattern.RISING),
  ACCENT_DOTTED("#93bfcd", "dotted", Pattern.DOTS),
  ACCENT_PALE("#cfe3ea", "dotted", Pattern.PLAIN),
  BLACK("#1c2126", "solid", Pattern.PLAIN),
  DARK("#3d4550", "solid", Pattern.PLAIN),
  GREY("#767f8c", "dashed", Pattern.FALLING),
  LIGHT("#a9b1bc", "dotted", Pattern.DOTS),
  PALE("#d3d8de", "dotted", Pattern.PLAIN);

  /** What is laid over an area. */
  enum Pattern {
    PLAIN,
    RISING,
    FALLING,
    DOTS
  }

  private final String colour;
  private final String dash;
  private final Pattern pattern;

  Ink(String colour, String dash, Pattern pattern) {
    this.colour = colour;
    this.dash = dash;
    this.pattern = pattern;
  }

  String colour() {
    return colour;
  }

  /** Type of a line. */
  String dash() {
    return dash;
  }

  Pattern pattern() {
    return pattern;
  }
}
