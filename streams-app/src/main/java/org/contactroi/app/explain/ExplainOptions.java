package org.contactroi.app.explain;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.contactroi.app.explain.TotalExplanation.Wanted;
import org.contactroi.explain.Aspect;
import org.contactroi.explain.Question;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.SliceBy;
import org.contactroi.kpi.TenantCalendar;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.Window;
import org.contactroi.kpi.WindowSize;
import org.contactroi.kpi.family.Families;
import org.contactroi.notation.DayOrInstant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Options that name one total and what of it is wanted. Every error is a {@link ParameterException}
 * that names what is allowed.
 */
final class ExplainOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--tenant", required = true, description = "The tenant.")
  private String tenant = "";

  @Option(
      names = "--family",
      required = true,
      description = "The family, for instance handle-time; all but occupancy.")
  private String family = "";

  @Option(names = "--slice", defaultValue = "all", description = "Slice (default all).")
  private String slice = "all";

  @Option(names = "--value", description = "Value of the slice, spelled as in the topics' keys.")
  private @Nullable String value;

  @Option(names = "--window", required = true, description = "Window: minute, hour or day.")
  private String window = "";

  @Option(
      names = "--start",
      required = true,
      description = "Start of the window: a day of the tenant, or an instant.")
  private String start = "";

  @Option(
      names = "--figure",
      split = ",",
      description = "Only what contributes to these figures, for instance aht.")
  private List<String> figures = List.of();

  @Option(
      names = "--measure",
      split = ",",
      description = "Only what contributes to these totals, for instance talk_ms.")
  private List<String> measures = List.of();

  String tenant() {
    return tenant;
  }

  /** A family that is made of interactions or episodes. */
  Family family() {
    Family asked = parse("--family", () -> Families.of(family));
    if (!asked.isExplained()) {
      throw wrong(
          "--family is '%s', which is made of agents' states and not of interactions; allowed: %s"
              .formatted(asked.id(), Families.ids(Family::isExplained)));
    }
    return asked;
  }

  /** What of the totals is wanted: the figures and measures named, else those of the family. */
  Wanted wanted(long limit) {
    if (figures.isEmpty() && measures.isEmpty()) {
      return new Wanted(Aspect.usual(family()), false, limit);
    }
    List<Aspect> named =
        Stream.concat(
                figures.stream().map(name -> named("--figure", name, Aspect.figures(family()))),
                measures.stream().map(name -> named("--measure", name, Aspect.measures(family()))))
            .toList();
    return new Wanted(named, true, limit);
  }

  /**
   * The question.
   *
   * @param zone of the tenant
   */
  Question question(Policies policies, ZoneId zone) {
    SliceBy by = sliceBy(policies);
    Window asked = window(zone);
    TotalsKey key = new TotalsKey(tenant, family(), slice(by), asked.size(), asked.start());
    return new Question(key, asked, policies);
  }

  private SliceBy sliceBy(Policies policies) {
    SliceBy by = parse("--slice", () -> SliceBy.of(slice));
    Set<String> allowed = new TreeSet<>();
    for (KpiPolicy policy : policies.versions(tenant)) {
      policy.slices(family()).forEach(each -> allowed.add(each.id()));
    }
    if (!allowed.contains(by.id())) {
      throw wrong(
          "--slice is '%s'; allowed by the policies of '%s': %s (--properties names the configuration of run)"
              .formatted(slice, tenant, String.join(", ", allowed)));
    }
    return by;
  }

  private Slice slice(SliceBy by) {
    if (by.dimensions().isEmpty()) {
      if (value != null && !value.equals(SliceBy.ALL.id())) {
        throw wrong("--value is '%s'; slice all has no other value than all".formatted(value));
      }
      return new Slice(by.id(), List.of());
    }
    if (value == null) {
      throw wrong("--value is missing; slice %s has values".formatted(by));
    }
    Slice asked = TotalsKey.slice(by.id(), value);
    if (asked.values().size() != by.dimensions().size()) {
      throw wrong(
          "--value is '%s', of %d parts; slice %s has %d, joined by +"
              .formatted(value, asked.values().size(), by, by.dimensions().size()));
    }
    return asked;
  }

  private Window window(ZoneId zone) {
    WindowSize size = parse("--window", () -> WindowSize.ofFigures(window));
    long instant = parse("--start", () -> DayOrInstant.parse(start, zone));
    Window around = new TenantCalendar(zone).window(size, instant);
    if (around.start() != instant) {
      throw wrong(
          "--start is '%s', within a window; the %ss around it start at %s and %s"
              .formatted(
                  start,
                  window,
                  ExplainText.time(around.start(), zone),
                  ExplainText.time(around.end(), zone)));
    }
    return around;
  }

  private Aspect named(String option, String name, Collection<Aspect> all) {
    List<String> names = all.stream().map(Aspect::name).toList();
    return all.stream()
        .filter(aspect -> aspect.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    "%s is '%s'%s allowed, since their parts add up: %s"
                        .formatted(
                            option, name, Suggestion.of(name, names), String.join(", ", names))));
  }

  private <T> T parse(String option, Supplier<T> parser) {
    try {
      return parser.get();
    } catch (IllegalArgumentException e) {
      throw wrong(option + ": " + e.getMessage());
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
