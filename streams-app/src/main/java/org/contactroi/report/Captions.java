package org.contactroi.report;

import java.util.Optional;
import java.util.Properties;

/** The sentences of a report. */
final class Captions {

  private static final Properties ALL =
      PageFile.properties("/org/contactroi/report/captions.properties");

  private Captions() {}

  static String of(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalArgumentException("there is no caption '" + name + "'"));
  }

  /** Empty if there is none of the name. */
  static Optional<String> find(String name) {
    return Optional.ofNullable(ALL.getProperty(name));
  }

  /** As a paragraph. */
  static Markup paragraph(String name) {
    return Markup.paragraph(of(name));
  }
}
