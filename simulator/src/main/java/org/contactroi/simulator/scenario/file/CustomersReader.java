package org.contactroi.simulator.scenario.file;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.contactroi.events.Channel;
import org.contactroi.events.SurveyKind;
import org.contactroi.simulator.random.Mix;
import org.contactroi.simulator.scenario.Customers;
import org.contactroi.simulator.scenario.Customers.Loyalty;
import org.contactroi.simulator.scenario.Customers.Returns;
import org.contactroi.simulator.scenario.Customers.Surveys;
import org.contactroi.simulator.scenario.Occasional;
import org.contactroi.yaml.Form;
import org.contactroi.yaml.Section;

/** Reads {@code customers} and {@code surveys}. */
record CustomersReader(Form<Mix<Channel>> channels) {

  private static final int MOST_CUSTOMERS = 100_000_000;
  private static final int MOST_ATTEMPTS = 100;
  private static final int USUAL_ATTEMPTS = 5;
  private static final double USUALLY_ANSWERED = 0.31;
  private static final long USUALLY_WITHIN = 300_000;

  private static final Form<Occasional> AFTER = Shapes.occasional("after");

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
    return new TreeMap<>(customers.section("attributes").by(Notation.ID, Shapes.MIX));
  }

  private Returns returns(Section section) {
    return new Returns(
        section.get("unresolved", AFTER, Occasional.NEVER),
        section.get("abandoned", AFTER, Occasional.NEVER),
        section.get("resolved", AFTER, Occasional.NEVER),
        section.get("attempts", Notation.whole(1, MOST_ATTEMPTS), USUAL_ATTEMPTS),
        section.section("channels").by(Notation.CHANNEL, channels));
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
        section
            .find(Notation.name(kind), Notation.SHARE)
            .ifPresent(share -> kinds.put(kind, share));
      }
    }
    return kinds;
  }
}
