package org.contactroi.simulator.scenario.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.contactroi.simulator.scenario.Baseline;
import org.contactroi.simulator.scenario.Baseline.Method;
import org.contactroi.simulator.scenario.Baseline.Score;
import org.contactroi.simulator.scenario.Rate;
import org.contactroi.simulator.scenario.Resource;
import org.contactroi.yaml.Form;
import org.contactroi.yaml.Section;

/** Reads {@code baselines}. */
record BaselinesReader(Exchanges exchanges) {

  private static final Form<Long> COUNT = Form.whole(0, 999_999_999_999_999L);

  private static final Form<BigDecimal> POINTS =
      Form.matching(
              "-?\\d{1,3}(?:\\.\\d{1,2})?",
              "percent or points from -100 to 100 with at most 2 decimals",
              BigDecimal::new)
          .where(points -> points.abs().intValue() <= 100);

  private static final Form<Resource> HUMAN =
      Notation.constant(Resource.class).where(Resource::isHuman, "agent, telephony, contact");

  List<Baseline> read(Section section) {
    return section.all(Notation.ID, this::baseline);
  }

  private Baseline baseline(String id, Section section) {
    Method method = section.require("method", Notation.constant(Method.class), Method.PRE_PERIOD);
    int validFrom = section.require("valid_from", Notation.ANY_DAY, 0);
    return new Baseline(
        id,
        method,
        Shapes.days(section),
        validFrom,
        section.get("frozen", Notation.ANY_DAY, validFrom),
        scores(section.section("scores")),
        section.sections("rows").stream().map(row -> row(row, method, validFrom)).toList());
  }

  private static Map<Score, BigDecimal> scores(Section section) {
    Map<Score, BigDecimal> scores = new EnumMap<>(Score.class);
    for (Score score : Score.values()) {
      section.find(Notation.name(score), POINTS).ifPresent(points -> scores.put(score, points));
    }
    return scores;
  }

  private Baseline.Row row(Section section, Method method, int validFrom) {
    String channel = section.require("channel", Shapes.CHANNEL_NAME, Rate.ANY);
    boolean isMoney = section.has("money");
    if (isMoney && method != Method.MANUAL) {
      section.refuse("money", "is given; allowed: usage, unless method is manual");
    }
    return new Baseline.Row(
        channel,
        section.require("issue", Notation.TEXT, Rate.ANY),
        new Baseline.Sample(
            section.require("n", COUNT, 1L),
            section.get("contacts", COUNT, 0L),
            section.get("handled_contacts", COUNT, 0L),
            section.get("effort", Notation.DURATION, 0L)),
        isMoney ? List.of() : usage(section, channel),
        isMoney ? exchanges.amount(section, "money", validFrom) : null);
  }

  private static List<Baseline.Usage> usage(Section row, String channel) {
    List<Baseline.Usage> usage = new ArrayList<>();
    for (Section line : row.sections("usage")) {
      Resource resource = line.require("resource", HUMAN, Resource.CONTACT);
      Rate.Use use =
          new Rate.Use(
              resource,
              line.require("key", Notation.TEXT, Rate.ANY),
              line.get("channel", Shapes.CHANNEL_NAME, channel));
      Form<Long> quantity = resource.isTime() ? Notation.DURATION : COUNT;
      usage.add(new Baseline.Usage(use, line.require("quantity", quantity, 0L)));
    }
    return usage;
  }
}
