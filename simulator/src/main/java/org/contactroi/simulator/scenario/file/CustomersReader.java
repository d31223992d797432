package org.contactroi.simulator.scenario.file;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.contactroi.events.Channel;
import org.contactroi.events.SurveyKind;
import org.contactroi.simulator.random.Mix;
import org.contactroi.simulator.scenario.Customers;
import org.contactroi.simulator.scenario.Customers.Loyalty;
import org.contactroi.simulator.scenario.Customers.Returns;
import org.contactroi.simulator.scenario.Customers.Surveys;
import org.contactroi.simulator.scenario.Occasional;

/** Reads {@code customers} and {@code surveys}. */
final class CustomersReader {

  private static final int MOST_CUSTOMERS = 100_000_000;
  private static final int MOST_ATTEMPTS = 100;
  private static final int USUAL_ATTEMPTS = 5;
  private static final double USUALLY_ANSWERED = 0.31;
  private static final long USUALLY_WITHIN = 300_000;

  private static final Kind<Occasional> AFTER = Shapes.occasional("after");

  private final Kind<Mix<Channel>> channels;

  CustomersReader(Kind<Mix<Channel>> channels) {
    this.channels = channels;
  }

  Customers read(Section tenant) {
    Section customers = tenant.requireSection("customers");
    return new Customers(
        customers.require("population", Notation.whole(1, MOST_CUSTOMERS), 1),
        customers.get("locales", Shapes.MIX, Mix.of(Map.of("en", 1.0))),
        attributes(customers),
        returns(customers.section("returns")),
        loyalty(customers.section("loyalty")),
        surveys(tenant.section("surveys")));
  }

  private static Map<String, Mix<String>> attributes(Section customers) {
    Map<String, Mix<String>> attributes = new TreeMap<>();
    for (Section.Entry entry : customers.section("attributes").entries()) {
      Optional<String> name = entry.key().read(Notation.ID);
      Optional<Mix<String>> values = entry.value().read(Shapes.MIX);
      name.ifPresent(of -> values.ifPresent(mix -> attributes.put(of, mix)));
    }
    return attributes;
  }

  private Returns returns(Section section) {
    return new Returns(
        section.get("unresolved", AFTER, Occasional.NEVER),
        section.get("abandoned", AFTER, Occasional.NEVER),
        section.get("resolved", AFTER, Occasional.NEVER),
        section.get("attempts", Notation.whole(1, MOST_ATTEMPTS), USUAL_ATTEMPTS),
        switches(section.section("channels")));
  }

  private Map<Channel, Mix<Channel>> switches(Section section) {
    Map<Channel, Mix<Channel>> switches = new EnumMap<>(Channel.class);
    for (Section.Entry entry : section.entries()) {
      Optional<Channel> from = entry.key().read(Notation.CHANNEL);
      Optional<Mix<Channel>> to = entry.value().read(channels);
      from.ifPresent(channel -> to.ifPresent(mix -> switches.put(channel, mix)));
    }
    return switches;
  }

  private static Loyalty loyalty(Section section) {
    return new Loyalty(
        section.get("acquired", Notation.SHARE, 0.0),
        section.get("leave_resolved", Notation.SHARE, 0.0),
        section.get("leave_unresolved", Notation.SHARE, 0.0),
        section.get("won_back", Notation.SHARE, 0.0));
  }

  private static Surveys surveys(Section section) {
    return new Surveys(
        kinds(section.section("kinds")),
        section.get("answered", Notation.SHARE, USUALLY_ANSWERED),
        section.get("within", Notation.LENGTH, USUALLY_WITHIN),
        section.get("pleased_resolved", Notation.SHARE, 1.0),
        section.get("pleased_unresolved", Notation.SHARE, 0.0));
  }

  private static Map<SurveyKind, Double> kinds(Section section) {
    Map<SurveyKind, Double> kinds = new LinkedHashMap<>();
    for (SurveyKind kind : SurveyKind.values()) {
      if (kind != SurveyKind.UNKNOWN) {
        String name = kind.name().toLowerCase(Locale.ROOT);
        section.find(name, Notation.SHARE).ifPresent(share -> kinds.put(kind, share));
      }
    }
    return kinds;
  }
}
