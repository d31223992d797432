package org.contactroi.app.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.contactroi.app.money.TenantOptions;
import org.contactroi.app.runs.RunOptions;
import org.contactroi.app.topics.PublishedSource;
import org.contactroi.app.topics.PublishedTopics;
import org.contactroi.app.topics.ReadingProgress;
import org.contactroi.report.Language;
import org.contactroi.report.Page;
import org.contactroi.report.Period;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Writes the return on an investment as one page, or as a page for each period that is over. Two
 * reports of the same topics are the same bytes: the page names event time, never the time it is
 * written.
 */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Writes the return on the investment as one HTML page, to read and to print.")
public final class ReportCommand implements Callable<Integer> {

  @Mixin private final RunOptions run = new RunOptions();

  @Mixin private final TenantOptions options = new TenantOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--from",
      description = "First local day; default: the first of the return to date.")
  private @Nullable String from;

  @Option(names = "--to", description = "Local day after the last; default: no end.")
  private @Nullable String to;

  @Option(
      names = "--every",
      paramLabel = "week|month|quarter",
      converter = Every.Reader.class,
      description =
          "A page for each one that is over, in the folder of --out. A page that is there stays; when its figures have changed a new one is written beside it, with the next revision.")
  private @Nullable Every every;

  @Option(
      names = "--lang",
      paramLabel = "en|zh",
      description = "Language of the page (default: ${DEFAULT-VALUE}).")
  private String language = "en";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.html|DIR",
      description = "The page to write, replaced if it is there; with --every a folder.")
  private Path out = Path.of("");

  @Override
  public Integer call() {
    checkDays();
    parsedLanguage();
    checkOut();
    try (PublishedTopics topics =
        PublishedTopics.ofMoney(run.configOfAllDays(), ReadingProgress.SILENT)) {
      return write(topics);
    }
  }

  /** Reads and writes. */
  int write(PublishedSource source) {
    ReportedTenant tenant = ReportedTenant.read(options, source);
    tenant.notice().forEach(spec.commandLine().getOut()::println);
    if (every == null) {
      write(tenant);
    } else {
      writeEach(tenant, every);
    }
    spec.commandLine().getOut().flush();
    return 0;
  }

  private void write(ReportedTenant tenant) {
    Period period =
        tenant.period(
            options.day("--from", from, LocalDate.MIN), options.day("--to", to, LocalDate.MAX));
    byte[] page =
        parsedLanguage().of(Page.of(tenant.facts(period))).getBytes(StandardCharsets.UTF_8);
    try {
      Files.write(out, page);
    } catch (IOException e) {
      throw unwritable(e);
    }
    say("%s: %s to %s, %,d bytes", out, period.from(), period.to(), page.length);
  }

  private void writeEach(ReportedTenant tenant, Every step) {
    LocalDate first = options.day("--from", from, LocalDate.MIN);
    LocalDate end = options.day("--to", to, LocalDate.MAX);
    Editions editions = new Editions(out, options.tenant(), parsedLanguage());
    int written = 0;
    List<Period> periods = tenant.over(step, first, end);
    for (Period period : periods) {
      String name = step.name(period.from());
      try {
        Path page = editions.write(name, tenant.facts(period).closed());
        written += page == null ? 0 : 1;
        say("%s: %s", name, page == null ? "unchanged" : page);
      } catch (IOException e) {
        throw unwritable(e);
      }
    }
    say("pages: %d written, %d unchanged", written, periods.size() - written);
  }

  private Language parsedLanguage() {
    return switch (language) {
      case "en" -> Language.EN;
      case "zh" -> Language.ZH;
      default -> throw options.wrong("--lang is '%s'; allowed: en, zh".formatted(language));
    };
  }

  private void say(String format, Object... values) {
    spec.commandLine().getOut().printf(format + "%n", values);
  }

  private IllegalStateException unwritable(IOException e) {
    return new IllegalStateException(
        "--out is '%s', which cannot be written: %s".formatted(out, e), e);
  }

  private void checkDays() {
    LocalDate first = options.day("--from", from, LocalDate.MIN);
    LocalDate end = options.day("--to", to, LocalDate.MAX);
    if (!first.isBefore(end)) {
      throw options.wrong("--from %s is not before --to %s".formatted(first, end));
    }
  }

  /** Before anything is read. */
  private void checkOut() {
    if (every != null) {
      if (!Files.isDirectory(out)) {
        throw new IllegalStateException(
            "--out is '%s', which is no folder; --every writes several pages".formatted(out));
      }
      return;
    }
    Path folder = out.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(out)) {
      throw new IllegalStateException("--out is '%s', which is a folder".formatted(out));
    }
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException("--out is '%s', whose folder does not exist".formatted(out));
    }
    if (!Files.isWritable(Files.exists(out) ? out : folder)) {
      throw new IllegalStateException("--out is '%s', which cannot be written".formatted(out));
    }
  }
}
