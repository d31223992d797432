package org.contactroi.kpi;

import java.util.List;
import java.util.function.Predicate;
import org.contactroi.episode.Episode;
import org.contactroi.episode.Purpose;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.event.DiscardReason;
import org.jspecify.annotations.Nullable;

/**
 * A family of KPIs that share one clock and one set of totals. A class of its own states everything
 * about it; topics, contracts, gauges, settlement and explanations follow from that.
 */
public abstract class Family implements Comparable<Family> {

  private final int code;
  private final String id;
  private final Clock clock;
  private final List<Measure> measures;
  private final List<Figure> figures;
  private final List<Metric> gauges;
  private final int scalars;
  private final int distributions;
  private final @Nullable Measure openUntil;

  /** The moment that decides the window, and the facts that have it. */
  public enum Clock {
    /** An interaction's leg settles. */
    LEG_SETTLE("the leg settles", null),
    /** An interaction's visit of a queue ends. */
    VISIT_EXIT("the visit ends", null),
    /** An offer to an agent is closed; known by the agent. */
    OFFER_CLOSE("the offer is closed", null),
    /** An interaction ends. */
    INTERACTION_END("the interaction ends", null),
    /** A sale happens; interactions count when they end. */
    SALE("the sale happens", null),
    /** An interaction starts that is a member of an episode as matched for bots. */
    INTERACTION_START("the interaction starts", Purpose.BOT),
    /** An episode starts, as matched for bots. */
    BOT_EPISODE_START("the episode starts", Purpose.BOT),
    /** An episode starts, as matched for first-contact resolution. */
    FCR_EPISODE_START("the episode starts", Purpose.FCR),
    /** None: an interval of an agent's time counts in every hour it overlaps. */
    OVERLAP("time itself", null);

    private final String text;
    private final @Nullable Purpose purpose;

    Clock(String text, @Nullable Purpose purpose) {
      this.text = text;
      this.purpose = purpose;
    }

    /** Of the episodes it belongs to; null if it belongs to no episode. */
    public @Nullable Purpose purpose() {
      return purpose;
    }

    /** As it is written for readers. */
    public String text() {
      return text;
    }
  }

  /** What the published figures and gauges of a family are. */
  public record Shown(List<Figure> figures, List<Metric> gauges) {
    public Shown {
      figures = List.copyOf(figures);
      gauges = List.copyOf(gauges);
    }
  }

  /**
   * A family.
   *
   * @param code number in stored state; never given to another family
   * @param id name in keys, topics and parameters, for instance {@code handle-time}
   */
  protected Family(int code, String id, Clock clock, Measure.Declared measures, Shown shown) {
    this.code = code;
    this.id = id;
    this.clock = clock;
    this.measures = measures.all();
    this.figures = shown.figures();
    this.gauges = shown.gauges();
    this.scalars = count(form -> form == Shape.Form.SCALAR);
    this.distributions = count(form -> form == Shape.Form.HISTOGRAM || form == Shape.Form.DAYS);
    this.openUntil =
        this.measures.stream()
            .filter(m -> m.shape().form() == Shape.Form.DAYS)
            .findFirst()
            .orElse(null);
    gauges.forEach(gauge -> gauge.requireFiguresOf(this));
  }

  /** Name in keys, topics and parameters, for instance {@code handle-time}. */
  public final String id() {
    return id;
  }

  /** Number in stored state; never given to another family. */
  public final int code() {
    return code;
  }

  /** The moment that decides the window. */
  public final Clock clock() {
    return clock;
  }

  /** Its measures: scalars, then distributions, then breakdowns. */
  public final List<Measure> measures() {
    return measures;
  }

  /** Its figures, in the order they are published and shown. */
  public final List<Figure> figures() {
    return figures;
  }

  /**
   * The figure of a name.
   *
   * @throws IllegalArgumentException naming it and those there are
   */
  public final Figure figure(String name) {
    return figures.stream()
        .filter(figure -> figure.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "family %s has no figure '%s'; it has %s"
                        .formatted(id, name, figures.stream().map(Figure::name).toList())));
  }

  /** Its gauges of sliding windows. */
  public final List<Metric> gauges() {
    return gauges;
  }

  /** The days its episodes are open until; null if its totals wait for none. */
  public final @Nullable Measure openUntil() {
    return openUntil;
  }

  /** Whether its totals can change until episodes that are still open have passed. */
  public final boolean waitsForEpisodes() {
    return openUntil != null;
  }

  /** Whether it is made of episodes. */
  public final boolean isOfEpisodes() {
    return clock.purpose() != null;
  }

  /** Whether it is made of facts that are published, so that a total can be taken apart again. */
  public final boolean isExplained() {
    return !isOfAgents();
  }

  /** Whether a measure is made of facts that are published; a family may have others beside. */
  public boolean isExplained(Measure measure) {
    return isExplained();
  }

  /** Whether a figure is one of measures that are made of published facts. */
  public boolean isExplained(Figure figure) {
    return isExplained();
  }

  /** Whether it has minutes beside hours and days; what comes from agents has not. */
  public final boolean hasMinutes() {
    return !isOfAgents();
  }

  private boolean isOfAgents() {
    return clock == Clock.OVERLAP || clock == Clock.OFFER_CLOSE;
  }

  /** Whether its hours and days have amounts of money; they are kept for ever, to price anew. */
  public boolean isPriced() {
    return false;
  }

  /**
   * What it is sliced by.
   *
   * @param ofPolicy slices of the tenant's policy
   */
  public List<SliceBy> slices(List<SliceBy> ofPolicy) {
    return ofPolicy;
  }

  /** What is sliced by that comes from agents, whatever the policy. */
  public List<SliceBy> slicesOfAgents() {
    return List.of(SliceBy.ALL, SliceBy.TEAM);
  }

  /** Adds what an interaction contributes; nothing for a family of other facts. */
  public final void contribute(Interaction interaction, Contributions to) {
    if (interaction.discarded() != null) {
      addExcluded(interaction, interaction.discarded(), to);
    } else if (interaction.unengaged()) {
      addUnengaged(interaction, to);
    } else {
      add(interaction, to);
    }
  }

  /**
   * Adds what an episode contributes; nothing for a family of other facts or another purpose, and
   * nothing of one that no customer sought.
   */
  public final void contribute(Episode episode, Contributions to) {
    if (clock.purpose() == episode.purpose() && episode.isSought()) {
      add(episode, to);
    }
  }

  /** Adds what a contact contributes. */
  protected void add(Interaction interaction, Contributions to) {}

  /** Adds what an excluded interaction contributes, which as a rule is nothing. */
  protected void addExcluded(Interaction interaction, DiscardReason reason, Contributions to) {}

  /** Adds what one contributes that a bot greeted and nobody used, which as a rule is nothing. */
  protected void addUnengaged(Interaction interaction, Contributions to) {}

  /** Adds what an episode of the purpose of the clock contributes. */
  protected void add(Episode episode, Contributions to) {}

  final int scalars() {
    return scalars;
  }

  final int distributions() {
    return distributions;
  }

  final int breakdowns() {
    return measures.size() - scalars - distributions;
  }

  private int count(Predicate<Shape.Form> wanted) {
    return (int) measures.stream().filter(measure -> wanted.test(measure.shape().form())).count();
  }

  @Override
  public final int compareTo(Family other) {
    return Integer.compare(code, other.code);
  }

  @Override
  public final String toString() {
    return id;
  }
}
