package org.contactroi.simulator.scenario.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.contactroi.simulator.random.Distribution;
import org.contactroi.simulator.scenario.Bot;
import org.contactroi.simulator.scenario.Bot.Version;
import org.contactroi.simulator.scenario.Model;
import org.contactroi.simulator.scenario.Rollout;
import org.contactroi.yaml.Form;
import org.contactroi.yaml.Section;

/** Reads {@code rollout}. */
record RolloutReader(List<Bot> bots) {

  private static final Distribution NOTHING = Distribution.constant(0);
  private static final Model NO_MODEL = new Model("model", NOTHING, NOTHING, NOTHING);

  Rollout read(Section rollout) {
    List<Rollout.Step> steps = new ArrayList<>();
    rollout.sections("steps").forEach(section -> step(section).ifPresent(steps::add));
    steps.sort(Comparator.comparingInt(Rollout.Step::day));
    return new Rollout(
        rollout.get("holdout", Notation.SHARE, 0.0),
        steps,
        rollout.findSection("assist").map(RolloutReader::assist).orElse(null));
  }

  private Optional<Rollout.Step> step(Section section) {
    int day = section.require("day", Notation.DAY, 0);
    double share = section.get("share", Notation.SHARE, 1.0);
    Form<String> known = Form.oneOf(bots.stream().map(Bot::id).toList());
    String id = section.require("bot", known, "");
    Optional<Bot> bot = bots.stream().filter(of -> of.id().equals(id)).findFirst();
    return bot.flatMap(of -> version(of, section))
        .map(version -> new Rollout.Step(day, id, version, share));
  }

  private static Optional<Version> version(Bot bot, Section section) {
    if (bot.isMenu()) {
      return bot.versions().stream().findFirst();
    }
    List<String> names = bot.versions().stream().map(version -> "" + version.name()).toList();
    String name = section.require("version", Form.oneOf(names), "");
    return bot.versions().stream().filter(version -> name.equals(version.name())).findFirst();
  }

  private static Rollout.Assist assist(Section section) {
    return new Rollout.Assist(
        section.require("day", Notation.DAY, 0),
        section.require("share", Notation.SHARE, 0.0),
        section.get("shortens", Notation.SHARE, 0.0),
        section.get("accepted", Notation.SHARE, 0.0),
        section.require("features", Notation.TEXT.list(), List.of("assist")),
        section.require("model", Shapes.MODEL, NO_MODEL));
  }
}
