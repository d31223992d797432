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
    return new MoneyOfTenant(this, source, config.policies());
  }

  /** Why nothing is stated of the tenant: a wrong argument unless it is known. */
  public RuntimeException nothingStated(SortedSet<String> stated, Map<String, Instant> watermarks) {
    SortedSet<String> known = new TreeSet<>(watermarks.keySet());
    known.addAll(stated);
    return known.contains(tenant)
        ? new IllegalStateException(
            "nothing is stated of '%s': its policy has no money, or 'run' has not come to it yet; 'reference apply' publishes policies"
                .formatted(tenant))
        : unknown(known);
  }

  /** Says that the tenant is unknown, and which ones are known. */
  public ParameterException unknown(SortedSet<String> known) {
    return wrong(
        "--tenant is '%s', of which nothing is published; there are: %s"
            .formatted(tenant, known.isEmpty() ? "none" : String.join(", ", known)));
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
