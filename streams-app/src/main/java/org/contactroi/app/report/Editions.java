package org.contactroi.app.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contactroi.kpi.Keys;
import org.contactroi.report.Facts;
import org.contactroi.report.Language;
import org.contactroi.report.Page;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's pages in a folder: {@code TENANT-PERIOD.html}, the tenant escaped as in keys, and
 * {@code TENANT-PERIOD.r2.html} and so on when the figures of the period are others than in the
 * page before; {@code TENANT-PERIOD.zh.html} of Chinese pages. What was written stays.
 */
final class Editions {

  private static final Pattern REVISION = Pattern.compile("\\.r([1-9][0-9]{0,8})\\.html");
  private static final String END = ".html";

  private final Path folder;
  private final String tenant;
  private final Language language;

  Editions(Path folder, String tenant, Language language) {
    this.folder = folder;
    this.tenant = Keys.escape(tenant);
    this.language = language;
  }

  /**
   * Writes the page of a period.
   *
   * @return its file; null if the last page of the period has the same figures
   */
  @Nullable Path write(String period, Facts facts) throws IOException {
    String name = tenant + "-" + period + language.suffix();
    int last = last(name);
    if (last > 0 && Page.figures(Files.readString(file(name, last))).equals(figures(facts))) {
      return null;
    }
    Path file = file(name, last + 1);
    Path part = Files.createTempFile(folder, name, ".part");
    try {
      Files.writeString(part, language.of(Page.of(facts, last + 1)));
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
    return file;
  }

  private static Optional<String> figures(Facts facts) {
    return Optional.of(Page.figures(facts));
  }

  /** The last revision that is there; 0 if there is none. */
  private int last(String name) throws IOException {
    int last = 0;
    try (var files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        String found = file.getFileName().toString();
        if (found.startsWith(name)) {
          last = Math.max(last, revision(found.substring(name.length())));
        }
      }
    }
    return last;
  }

  private static int revision(String end) {
    Matcher matcher = REVISION.matcher(end);
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : end.equals(END) ? 1 : 0;
  }

  private Path file(String name, int revision) {
    return folder.resolve(name + (revision == 1 ? "" : ".r" + revision) + END);
  }
}
