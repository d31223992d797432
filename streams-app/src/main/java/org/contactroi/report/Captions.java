package org.contactroi.report;

import java.util.Properties;

/** The sentences of a report. */
final class Captions {

  private static final Properties ALL =
      PageFile.properties("/org/contactroi/report/captions.properties");

  private Captions() {}

  static String of(String name) {
    String caption = ALL.getProperty(name);
    if (caption == null) {
      throw new IllegalArgumentException("there is no caption '" + name + "'");
    }
    return caption;
  }

  /** As a paragraph. */
  static Markup paragraph(String name) {
    return Markup.paragraph(of(name));
  }
}
