package org.contactroi.simulator.scenario.file;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.contactroi.events.Attribution;
import org.contactroi.simulator.scenario.Money;
import org.contactroi.simulator.scenario.Money.Exchange;
import org.contactroi.simulator.scenario.Rate;
import org.contactroi.simulator.scenario.Resource;
import org.contactroi.yaml.Form;
import org.contactroi.yaml.Section;

/** Reads {@code money}. */
final class MoneyReader {

  private static final Form<Resource> RESOURCE = Notation.constant(Resource.class);
  private static final Form<Integer> UTILISATION = Notation.whole(1, 10_000);
  private static final Form<Integer> ANNUAL_RATE = Notation.whole(0, 100_000);
  private static final Form<Boolean> DECLARED =
      Form.oneOf(List.of("included", "excluded")).map("included"::equals);

  private final Section money;
  private final String currency;
  private final int from;

  MoneyReader(Section money) {
    this.money = money;
    this.currency = money.require("currency", Notation.CURRENCY, "EUR");
    this.from = money.get("from", Notation.ANY_DAY, 0);
  }

  Money read() {
    Exchanges exchanges = new Exchanges(currency, exchanges());
    return new Money(
        currency,
        from,
        choices(),
        money.sections("rates").stream().map(rate -> rate(rate, exchanges)).toList(),
        exchanges.all(),
        new BaselinesReader(exchanges).read(money.section("baselines")),
        new LedgerReader(exchanges).read(money.sections("ledger")));
  }

  private Money.Choices choices() {
    Section shares = money.section("incrementality_bp");
    Map<Attribution, Integer> incrementality = new EnumMap<>(Attribution.class);
    for (Attribution attribution :
        List.of(Attribution.AI, Attribution.ASSISTED, Attribution.AGENT)) {
      incrementality.put(
          attribution, shares.get(Notation.name(attribution), Notation.BASIS_POINTS, 0));
    }
    return new Money.Choices(
        money.require("go_live", Notation.ANY_DAY, 0),
        money.require("realisation_bp", Notation.BASIS_POINTS, 0),
        incrementality,
        money.find("customer_margin", Notation.MICROS).orElse(null),
        money.get("annual_rate_bp", ANNUAL_RATE, 0),
        money.get("declared", DECLARED, false));
  }

  private List<Exchange> exchanges() {
    List<Exchange> exchanges = new ArrayList<>();
    for (Section section : money.sections("fx")) {
      exchanges.add(
          new Exchange(
              section.require("from", Notation.CURRENCY, currency),
              section.get("day", Notation.ANY_DAY, from),
              section.require("rate", Notation.NANOS, 1L)));
    }
    return exchanges;
  }

  private Rate rate(Section section, Exchanges exchanges) {
    Resource resource = section.require("resource", RESOURCE, Resource.CONTACT);
    int begins = section.get("from", Notation.ANY_DAY, from);
    return new Rate(
        section.require("id", Notation.ID, ""),
        new Rate.Use(
            resource,
            section.get("key", Notation.TEXT, Rate.ANY),
            section.get("channel", Shapes.CHANNEL_NAME, Rate.ANY)),
        new Rate.Price(exchanges.amount(section, begins), unit(section, resource)),
        begins,
        section
            .find("to", Notation.ANY_DAY.where(to -> to > begins, "a day after " + begins))
            .orElse(null),
        resource == Resource.AGENT
            ? section.find("utilisation_bp", UTILISATION).orElse(null)
            : null,
        section.require("note", Notation.TEXT, ""));
  }

  private static Rate.Unit unit(Section section, Resource resource) {
    Form<Rate.Unit> fitting =
        Notation.constant(Rate.Unit.class)
            .where(
                unit -> (unit == Rate.Unit.HOUR) == resource.isTime(),
                resource.isTime() ? "hour" : "each, thousand");
    return section.require("unit", fitting, Rate.Unit.EACH);
  }
}
