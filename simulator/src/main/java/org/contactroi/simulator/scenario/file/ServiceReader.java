package org.contactroi.simulator.scenario.file;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.contactroi.events.Channel;
import org.contactroi.events.SaleKind;
import org.contactroi.simulator.random.Distribution;
import org.contactroi.simulator.random.Mix;
import org.contactroi.simulator.scenario.Issue;
import org.contactroi.simulator.scenario.Occasional;
import org.contactroi.simulator.scenario.OpeningHours;
import org.contactroi.simulator.scenario.Queue;
import org.contactroi.yaml.Form;
import org.contactroi.yaml.Section;

/** Reads issues and queues. */
record ServiceReader(Form<String> queue, Form<Mix<Channel>> channels) {

  private static final int HIGHEST_PRIORITY = 100;
  private static final int DAY_MINUTES = 1_440;
  private static final Distribution NOTHING = Distribution.constant(0);

  private static final Form<OpeningHours.Span> SPAN =
      Form.text("a part of a day such as 08:00-20:00", ServiceReader::span);

  List<Issue> issues(Map<String, Section> sections) {
    List<Issue> issues = new ArrayList<>();
    sections.forEach((key, section) -> issues.add(issue(key, section)));
    return issues;
  }

  private Issue issue(String key, Section section) {
    String first = section.require("queue", queue, "");
    return new Issue(
        key,
        section.require("mix", Notation.FACTOR, 1.0),
        section.find("channels", channels).orElse(null),
        first,
        new Issue.Effort(
            section.require("talk", Shapes.TIMES, NOTHING),
            section.require("resolved", Notation.SHARE, 1.0),
            transfer(section, first),
            section.get("consult", Shapes.occasional("lasts"), Occasional.NEVER)),
        section.findSection("sale").map(ServiceReader::sale).orElse(null));
  }

  private Issue.Transfer transfer(Section issue, String first) {
    return issue
        .findSection("transfer")
        .map(section -> transferred(section, first))
        .orElse(new Issue.Transfer(0, first, 0, 0));
  }

  private Issue.Transfer transferred(Section section, String first) {
    double blind = section.get("blind", Notation.SHARE, 0.0);
    double warm = section.get("warm", Notation.SHARE, 0.0);
    if (blind + warm > 1) {
      section.refuse("is blind or warm in " + (blind + warm) + " of all; allowed: at most 1");
    }
    return new Issue.Transfer(
        section.require("share", Notation.SHARE, 0.0),
        section.require("to", queue, first),
        blind,
        warm);
  }

  private static Issue.Sale sale(Section section) {
    return new Issue.Sale(
        section.require("share", Notation.SHARE, 0.0),
        section.require("kind", Notation.constant(SaleKind.class), SaleKind.NEW),
        section.require("amount", Shapes.NUMBERS, NOTHING),
        section.require("margin", Shapes.NUMBERS, NOTHING),
        section.get("returned", Shapes.occasional("after"), Occasional.NEVER));
  }

  List<Queue> queues(Map<String, Section> sections) {
    List<Queue> queues = new ArrayList<>();
    sections.forEach((id, section) -> queues.add(queue(id, section)));
    return queues;
  }

  private Queue queue(String id, Section section) {
    return new Queue(
        id,
        section.get("priority", Notation.whole(0, HIGHEST_PRIORITY), 0),
        section.findSection("open").map(ServiceReader::hours).orElse(OpeningHours.ALWAYS),
        section.findSection("overflow").map(this::overflow).orElse(null),
        section.findSection("callback").map(ServiceReader::callback).orElse(null));
  }

  static OpeningHours hours(Section open) {
    Map<DayOfWeek, OpeningHours.Span> spans = Weekdays.of(open, SPAN);
    return new OpeningHours(spans);
  }

  private Queue.Overflow overflow(Section section) {
    return new Queue.Overflow(
        section.require("after", Notation.DURATION, 1L), section.require("to", queue, ""));
  }

  private static Queue.Callback callback(Section section) {
    return new Queue.Callback(
        section.require("after", Notation.DURATION, 1L),
        new Occasional(
            section.require("share", Notation.SHARE, 0.0),
            section.require("due", Shapes.TIMES, NOTHING)),
        section.get("reached", Notation.SHARE, 1.0));
  }

  private static OpeningHours.Span span(String text) {
    String[] ends = text.split("-", 2);
    return new OpeningHours.Span(minute(ends[0]), minute(ends[ends.length - 1]));
  }

  private static int minute(String text) {
    return text.equals("24:00")
        ? DAY_MINUTES
        : LocalTime.parse(text).get(ChronoField.MINUTE_OF_DAY);
  }
}
