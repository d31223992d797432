package org.contactroi.simulator.scenario.file;

import java.util.List;
import org.contactroi.events.Channel;
import org.contactroi.simulator.random.Distribution;
import org.contactroi.simulator.scenario.Medium;
import org.contactroi.simulator.scenario.Occasional;
import org.contactroi.yaml.Form;
import org.contactroi.yaml.Section;

/** Reads {@code channels}. */
record MediaReader(Form<String> queue) {

  private static final Distribution AT_ONCE = Distribution.constant(0);
  private static final Distribution USUAL_GAP = Distribution.exponential(25_000);
  private static final Form<Occasional> LASTS = Shapes.occasional("lasts");

  List<Medium> read(Section channels) {
    return channels.all(Notation.CHANNEL, this::medium);
  }

  private Medium medium(Channel channel, Section section) {
    return new Medium(
        channel,
        new Medium.Intake(
            section.find("detail", Notation.TEXT).orElse(null),
            section.require("mix", Notation.FACTOR, 1.0),
            section.get("identified", Notation.SHARE, 1.0),
            section.get("issue_known", Notation.SHARE, 1.0),
            section.find("queue", queue).orElse(null)),
        new Medium.Waiting(
            section.find("patience", Shapes.TIMES).orElse(null),
            section.get("ring", Shapes.TIMES, AT_ONCE),
            section.get("refused", Notation.SHARE, 0.0)),
        work(section),
        section.get("surveyed", Notation.SHARE, 0.0));
  }

  private static Medium.Work work(Section section) {
    return new Medium.Work(
        section.get("pace", Notation.POSITIVE, 1.0),
        section.get("hold", LASTS, Occasional.NEVER),
        section.get("after_work", LASTS, Occasional.NEVER),
        section.get("message_gap", Shapes.TIMES, USUAL_GAP),
        section.get("reopened", Shapes.occasional("after"), Occasional.NEVER),
        section.get("reported", Notation.SHARE, 1.0));
  }
}
