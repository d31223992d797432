package org.contactroi.app.rejects;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options that choose refused records. */
public final class FilterOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--tenant", paramLabel = "TENANT", description = "Only events of this tenant.")
  private @Nullable String tenant;

  @Option(
      names = "--reason",
      paramLabel = "REASON",
      split = ",",
      description = "Only those refused for one of these reasons, separated by commas.")
  private List<String> reasons = List.of();

  @Option(
      names = "--since",
      paramLabel = "INSTANT",
      description = "Only those refused then or later, such as 2026-03-02T09:00:00Z.")
  private @Nullable Instant since;

  @Option(
      names = "--until",
      paramLabel = "INSTANT",
      description = "Only those refused before then.")
  private @Nullable Instant until;

  /** Whether nothing is chosen by them. */
  boolean isEmpty() {
    return tenant == null && reasons.isEmpty() && since == null && until == null;
  }

  /**
   * What they choose.
   *
   * @param known the reasons there are; empty if they are not listed anywhere
   * @throws ParameterException naming a reason that is none
   */
  RefusedFilter filter(List<String> known) {
    for (String reason : reasons) {
      if (!known.isEmpty() && !known.contains(reason)) {
        throw new ParameterException(
            spec.commandLine(),
            "--reason is '%s'; allowed: %s".formatted(reason, String.join(", ", known)));
      }
    }
    return new RefusedFilter(
        Optional.ofNullable(tenant),
        Set.copyOf(reasons),
        since == null ? Instant.MIN : since,
        until == null ? Instant.MAX : until);
  }
}
