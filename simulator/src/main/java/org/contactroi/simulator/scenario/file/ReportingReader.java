package org.contactroi.simulator.scenario.file;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.contactroi.events.Channel;
import org.contactroi.simulator.scenario.Fault;
import org.contactroi.simulator.scenario.OpeningHours;
import org.contactroi.simulator.scenario.Policy;
import org.contactroi.simulator.scenario.Reporting;
import org.contactroi.yaml.Form;
import org.contactroi.yaml.Section;

/** Reads {@code policy}, {@code faults} and {@code money}. */
final class ReportingReader {

  private static final String DIMENSION =
      "(?:channel|queue|issue|bot|attribute:[A-Za-z0-9_.-]{1,64})";

  private static final Form<Policy.Slice> SLICE =
      Form.matching(
          "all|" + DIMENSION + "(?:\\+" + DIMENSION + ")*",
          "all, or channel, queue, issue, bot, attribute:NAME or several of them joined by +",
          Policy.Slice::of);

  private static final Form<Policy.Match> MATCH = Notation.constant(Policy.Match.class);

  /** Late events need some time in which they are not too late. */
  private static final Form<Long> LATENESS =
      Notation.LENGTH.where(
          length -> length >= Duration.ofDays(1).toMillis(), "a duration of at least 1d");

  Reporting read(Section tenant) {
    return new Reporting(
        policy(tenant.section("policy")),
        Shapes.shares(tenant.section("faults"), Fault.class),
        tenant.findSection("money").map(money -> new MoneyReader(money).read()).orElse(null));
  }

  private static Policy policy(Section section) {
    Policy usual = Policy.DEFAULT;
    return new Policy(
        new Policy.Episodes(
            section.get("repeat_window", Notation.LENGTH, usual.episodes().repeatWindow()),
            section.get("bot_match", MATCH, usual.episodes().bot()),
            section.get("fcr_match", MATCH, usual.episodes().fcr())),
        new Policy.Waiting(
            section.get("answer_threshold", Notation.DURATION, usual.waiting().answerThreshold()),
            section.get("short_abandon", Notation.DURATION, usual.waiting().shortAbandon())),
        silence(section),
        section.findSection("opening").map(ServiceReader::hours).orElse(OpeningHours.ALWAYS),
        section.get("slices", SLICE.list(), usual.slices()));
  }

  private static Policy.Silence silence(Section section) {
    Policy.Silence usual = Policy.DEFAULT.silence();
    Section gaps = section.section("gaps");
    long otherwise = gaps.get("default", Notation.LENGTH, usual.gap());
    long longest = gaps.get("longest", Notation.LENGTH, usual.longest());
    Map<Channel, Long> byChannel = new EnumMap<>(Channel.class);
    for (Channel channel : Channel.values()) {
      gaps.find(Notation.name(channel), Notation.LENGTH)
          .ifPresent(gap -> byChannel.put(channel, gap));
    }
    long lateness = section.get("lateness", LATENESS, usual.lateness());
    return new Policy.Silence(byChannel, otherwise, longest, lateness);
  }
}
