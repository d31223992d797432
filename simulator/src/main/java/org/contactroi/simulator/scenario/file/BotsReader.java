package org.contactroi.simulator.scenario.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contactroi.simulator.random.Distribution;
import org.contactroi.simulator.scenario.Bot;
import org.contactroi.simulator.scenario.Bot.Skill;
import org.contactroi.simulator.scenario.Bot.Version;
import org.contactroi.yaml.Form;
import org.contactroi.yaml.Section;
import org.jspecify.annotations.Nullable;

/** Reads {@code bots}. */
record BotsReader(Form<String> issue) {

  private static final String MENU = "menu";
  private static final Skill NONE = new Skill(0, 1, 0);
  private static final Distribution NOTHING = Distribution.constant(0);
  private static final Form<String> BOT_OR_MENU = Form.oneOf(List.of("bot", MENU));

  List<Bot> read(Section section) {
    return section.all(Notation.ID, this::bot);
  }

  private Bot bot(String id, Section section) {
    boolean isMenu = section.get("kind", BOT_OR_MENU, "bot").equals(MENU);
    return new Bot(
        id,
        isMenu,
        Set.copyOf(section.require("channels", Notation.CHANNEL.list(), List.of())),
        new Bot.Talk(
            section.require("turns", Shapes.NUMBERS, NOTHING),
            section.require("think", Shapes.TIMES, NOTHING),
            section.get("reply", Shapes.TIMES, NOTHING)),
        isMenu
            ? List.of(version(null, section))
            : section.requireSection("versions").all(Notation.ID, this::version));
  }

  private Version version(@Nullable String name, Section section) {
    Section issues = section.section("issues");
    Map<String, Skill> skills = new LinkedHashMap<>();
    issues.by(issue, Form.SECTION).forEach((key, of) -> skills.put(key, skill(of)));
    return new Version(
        name,
        section.find("model", Shapes.MODEL).orElse(null),
        skills,
        section.findSection("otherwise").map(BotsReader::skill).orElse(NONE),
        new Bot.Opinion(
            section.get("confirmed", Notation.SHARE, 0.0),
            section.get("rejected", Notation.SHARE, 0.0),
            section.get("fulfilled", Notation.SHARE, 0.0)));
  }

  private static Skill skill(Section section) {
    double contains = section.require("contains", Notation.SHARE, 0.0);
    double handsOff = section.require("hands_off", Notation.SHARE, 0.0);
    if (contains + handsOff > 1) {
      section.refuse("contains and hands off " + (contains + handsOff) + "; allowed: at most 1");
    }
    return new Skill(contains, handsOff, section.get("wrong", Notation.SHARE, 0.0));
  }
}
