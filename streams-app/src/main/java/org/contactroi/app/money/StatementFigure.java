package org.contactroi.app.money;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.contactroi.notation.ChoiceText;
import org.contactroi.outputs.MoneyAmount;
import org.contactroi.outputs.Ratio;
import org.contactroi.outputs.ResourceCost;
import org.contactroi.outputs.StatementTrack;
import org.contactroi.roi.Fraction;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a track of a statement.
 *
 * @param name as published
 * @param title as people read it; a part of the figure above is indented
 * @param of null where it is undefined
 * @param priced the part of it that has a price; null if it is no amount
 */
record StatementFigure(
    String name,
    String title,
    MoneyUnit unit,
    Function<StatementTrack, @Nullable Fraction> of,
    Function<StatementTrack, @Nullable Fraction> priced) {

  /** As people read it, for instance {@code 12.50} or {@code undefined (priced 47.00)}. */
  String text(StatementTrack track) {
    Fraction exact = of.apply(track);
    Fraction part = exact == null ? priced.apply(track) : null;
    return part == null
        ? StatementText.text(unit, exact)
        : "%s (priced %s)".formatted(StatementText.UNDEFINED, unit.text(part));
  }

  private static final MoneyAmount NOTHING = new MoneyAmount(0L, 0L, List.of(), 0L);

  /** All figures of tracks, in the order in which they are read. */
  static List<StatementFigure> of(Collection<StatementTrack> tracks) {
    List<StatementFigure> all = new ArrayList<>();
    all.add(money("counterfactual", "counterfactual", StatementTrack::getCounterfactual));
    all.add(money("frozen", "  stated as money (frozen)", StatementTrack::getFrozen));
    all.add(money("actual", "actual cost of people", StatementTrack::getActual));
    all.add(money("saving", "saving", StatementTrack::getSaving));
    all.add(money("capacity", "  capacity", StatementTrack::getCapacity));
    all.add(hours("capacity_paid_ms", "  capacity, paid time", StatementTrack::getCapacityPaidMs));
    all.add(money("cashable", "  cashable", StatementTrack::getCashable));
    all.add(hours("cashable_paid_ms", "  cashable, paid time", StatementTrack::getCashablePaidMs));
    all.add(money("margin", "margin of sales", StatementTrack::getMargin));
    all.add(money("retention", "retention", StatementTrack::getRetention));
    all.add(money("declared", "declared", StatementTrack::getDeclared));
    all.add(
        money("declared_included", "  part of the return", StatementTrack::getDeclaredIncluded));
    all.add(money("benefit", "benefit B", StatementTrack::getBenefit));
    all.addAll(costs(tracks));
    all.add(money("net_value", "net value B - C", StatementTrack::getNetValue));
    all.add(ratio("roi", "return (B - C) / C", MoneyUnit.SHARE, StatementTrack::getRoi));
    all.addAll(beside());
    return all;
  }

  private static List<StatementFigure> costs(Collection<StatementTrack> tracks) {
    List<StatementFigure> costs = new ArrayList<>();
    costs.add(money("capex", "capex", StatementTrack::getCapex));
    costs.add(money("opex", "opex", StatementTrack::getOpex));
    costs.add(money("hidden", "hidden", StatementTrack::getHidden));
    costs.add(money("ai_run", "AI run cost", StatementTrack::getAiRun));
    costs.add(money("cost", "cost C", StatementTrack::getCost));
    costs.add(money("ai_covered", "AI run cost the ledger pays for", StatementTrack::getAiCovered));
    for (String resource : resources(tracks)) {
      costs.add(
          new StatementFigure(
              "ai_run_by_resource." + resource,
              "  AI as metered, " + ChoiceText.of(resource),
              MoneyUnit.MONEY,
              track -> fraction(ofResource(track, resource).getMicros()),
              track -> fraction(ofResource(track, resource).getPricedMicros())));
    }
    return costs;
  }

  private static List<StatementFigure> beside() {
    return List.of(
        money("paid", "paid by the ledger", StatementTrack::getPaid),
        money("cash", "cash", StatementTrack::getCash),
        count("days", "days", StatementTrack::getDays),
        count("episodes", "episodes", StatementTrack::getEpisodes),
        count(
            "episodes_without_baseline",
            "  without baseline",
            StatementTrack::getEpisodesWithoutBaseline),
        count("episodes_frozen", "  whose baseline is money", StatementTrack::getEpisodesFrozen),
        hours("saved_paid_ms", "saved paid time", StatementTrack::getSavedPaidMs),
        count("interactions", "interactions", StatementTrack::getInteractions),
        money("interaction_cost", "cost of interactions", StatementTrack::getInteractionCost),
        ratio(
            "cost_per_interaction",
            "  each",
            MoneyUnit.MONEY,
            StatementTrack::getCostPerInteraction),
        ratio(
            "saving_per_interaction",
            "saving per interaction",
            MoneyUnit.MONEY,
            StatementTrack::getSavingPerInteraction));
  }

  private static SortedSet<String> resources(Collection<StatementTrack> tracks) {
    SortedSet<String> resources = new TreeSet<>();
    tracks.forEach(
        track -> track.getAiRunByResource().forEach(cost -> resources.add(cost.getResource())));
    return resources;
  }

  private static MoneyAmount ofResource(StatementTrack track, String resource) {
    for (ResourceCost cost : track.getAiRunByResource()) {
      if (cost.getResource().equals(resource)) {
        return cost.getCost();
      }
    }
    return NOTHING;
  }

  private static StatementFigure money(
      String name, String title, Function<StatementTrack, MoneyAmount> of) {
    return new StatementFigure(
        name,
        title,
        MoneyUnit.MONEY,
        track -> fraction(of.apply(track).getMicros()),
        track -> fraction(of.apply(track).getPricedMicros()));
  }

  private static StatementFigure hours(
      String name, String title, Function<StatementTrack, @Nullable Long> of) {
    return number(name, title, MoneyUnit.HOURS, track -> fraction(of.apply(track)));
  }

  private static StatementFigure count(
      String name, String title, Function<StatementTrack, @Nullable Long> of) {
    return number(name, title, MoneyUnit.COUNT, track -> fraction(of.apply(track)));
  }

  private static StatementFigure ratio(
      String name, String title, MoneyUnit unit, Function<StatementTrack, Ratio> of) {
    return number(name, title, unit, track -> fraction(of.apply(track)));
  }

  private static StatementFigure number(
      String name, String title, MoneyUnit unit, Function<StatementTrack, @Nullable Fraction> of) {
    return new StatementFigure(name, title, unit, of, track -> null);
  }

  /** Paid time is undefined where the amounts are that it is made of. */
  private static @Nullable Fraction fraction(@Nullable Long number) {
    return number == null ? null : Fraction.of(number);
  }

  private static @Nullable Fraction fraction(Ratio ratio) {
    return ratio.getDenominator() == 0 || ratio.getValue() == null
        ? null
        : Fraction.of(ratio.getNumerator(), ratio.getDenominator());
  }
}
