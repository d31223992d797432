package org.contactroi.local.screen;

import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the screen in one language. */
public final class ScreenWords {

  /** A language of the screen, named as on the command line. */
  public enum Language {
    EN(Locale.ROOT),
    ZH(Locale.CHINESE);

    private final Locale locale;

    Language(Locale locale) {
      this.locale = locale;
    }
  }

  private final ResourceBundle words;

  public ScreenWords(Language language) {
    words =
        ResourceBundle.getBundle(
            "org.contactroi.local.screen.words",
            language.locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** What something is called. */
  public String of(String name) {
    return words.getString(name);
  }

  /** A sentence with its values. */
  public String of(String name, Object... values) {
    return words.getString(name).formatted(values);
  }
}
