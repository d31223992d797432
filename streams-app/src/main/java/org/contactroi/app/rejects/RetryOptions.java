package org.contactroi.app.rejects;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is tried again as it was. */
public final class RetryOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--at",
      paramLabel = "PLACE",
      split = ",",
      description = "Those that stood there, TOPIC-PARTITION@OFFSET as listed.")
  private List<String> places = List.of();

  @Mixin private FilterOptions filter = new FilterOptions();

  /** Whether nothing is chosen. */
  public boolean isEmpty() {
    return places.isEmpty() && filter.isEmpty();
  }

  /** What is chosen. */
  Predicate<RefusedRecord> wanted(List<String> reasons) {
    RefusedFilter filtered = filter.filter(reasons);
    Set<String> at = new TreeSet<>(places);
    return refused -> (at.isEmpty() || at.contains(refused.place())) && filtered.test(refused);
  }

  /**
   * Chooses.
   *
   * @throws ParameterException naming places where nothing was refused
   */
  List<RefusedRecord> chosen(List<RefusedRecord> refused, Predicate<RefusedRecord> wanted) {
    List<String> unknown = new ArrayList<>(places);
    refused.forEach(record -> unknown.remove(record.place()));
    if (!unknown.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "--at %s: nothing was refused there".formatted(String.join(",", unknown)));
    }
    return refused.stream().filter(wanted).toList();
  }
}
