package org.contactroi.local;

import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the screen in one language. */
final class ScreenWords {

  /** A language of the screen, named as on the command line. */
  enum Language {
    EN(Locale.ROOT),
    ZH(Locale.CHINESE);

    private final Locale locale;

    Language(Locale locale) {
      this.locale = locale;
    }
  }

  private final ResourceBundle words;

  ScreenWords(Language language) {
    words =
        ResourceBundle.getBundle(
            "org.contactroi.local.screen",
            language.locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** What something is called. */
  String of(String name) {
    return words.getString(name);
  }

  /** A sentence with its values. */
  String of(String name, Object... values) {
    return words.getString(name).formatted(values);
  }
}
