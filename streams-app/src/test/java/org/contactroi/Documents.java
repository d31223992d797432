package org.contactroi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Pages of folder docs that derive from the code, whole or between two marks. With {@code
 * -Drenew=true} they are written, else they are compared.
 */
public final class Documents {

  private static final Path ROOT = Path.of("..");

  private Documents() {}

  /** A whole file, by its path from the root. */
  public static void file(String name, String content) {
    Path file = ROOT.resolve(name);
    hold(file, read(file), content);
  }

  /** What stands between {@code <!-- derived: MARK -->} and {@code <!-- end -->}. */
  static void section(String name, String mark, String content) {
    Path file = ROOT.resolve(name);
    String page = read(file);
    String begin = "<!-- derived: %s -->\n".formatted(mark);
    int from = page.indexOf(begin);
    assertThat(from).as("%s has no line %s", name, begin.strip()).isNotNegative();
    int to = page.indexOf("<!-- end -->", from);
    assertThat(to).as("%s has no end of %s", name, begin.strip()).isNotNegative();
    hold(file, page, page.substring(0, from + begin.length()) + content + page.substring(to));
  }

  /** Writes, before a line, what a page has to have, if it is missing and pages are written. */
  static void ensure(String name, String before, String mark, String content) {
    Path file = ROOT.resolve(name);
    String page = read(file);
    if (isRenewing() && !page.contains("<!-- derived: %s -->".formatted(mark))) {
      write(file, page.replace(before, content + before));
    }
  }

  private static boolean isRenewing() {
    return Boolean.getBoolean("renew");
  }

  private static void hold(Path file, String now, String wanted) {
    if (isRenewing()) {
      write(file, wanted);
    } else {
      assertThat(now)
          .as("%s: run the test with -Drenew=true to write it anew", file)
          .isEqualTo(wanted);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String content) {
    try {
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
