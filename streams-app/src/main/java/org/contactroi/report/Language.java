package org.contactroi.report;

/** A language that a page is written in. */
public enum Language {
  EN(""),
  /** Chinese, simplified. */
  ZH(".zh");

  private final String suffix;

  Language(String suffix) {
    this.suffix = suffix;
  }

  /** What tells files of this language from those of English ones. */
  public String suffix() {
    return suffix;
  }

  /** A page that was written in English, in this language. */
  public String of(String page) {
    return this == EN ? page : Translation.CHINESE.of(page);
  }
}
