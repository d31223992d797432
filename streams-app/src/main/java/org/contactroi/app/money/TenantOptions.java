package org.contactroi.app.money;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.topics.PublishedSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The tenant of a command about money, and how its options are read. */
public final class TenantOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--tenant", required = true, description = "The tenant.")
  private String tenant = "";

  public String tenant() {
    return tenant;
  }

  /** What is published about its money. */
  MoneyOfTenant read(AppConfig config, PublishedSource source) {
    try {
      return MoneyOfTenant.read(tenant, source, config.policies(), this::warn);
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  /** Why nothing is stated of the tenant: a wrong argument unless it is known. */
  public RuntimeException nothingStated(SortedSet<String> stated, Map<String, Instant> watermarks) {
    SortedSet<String> known = new TreeSet<>(watermarks.keySet());
    known.addAll(stated);
    RuntimeException nothing = MoneyOfTenant.nothingStated(tenant, known);
    return nothing instanceof IllegalArgumentException
        ? wrong(String.valueOf(nothing.getMessage()))
        : nothing;
  }

  /** A local day; another one if it is not given. */
  public LocalDate day(String option, @Nullable String text, LocalDate otherwise) {
    try {
      return text == null ? otherwise : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new ParameterException(
          spec.commandLine(),
          "%s is '%s'; allowed: a day such as 2026-01-31".formatted(option, text),
          e);
    }
  }

  public ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** Tells of a record that is left out. */
  public void warn(String key, String reason) {
    spec.commandLine().getErr().printf("warning: %s is left out: %s%n", key, reason);
  }
}
