package org.contactroi.simulator.scenario.file;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.contactroi.simulator.random.Mix;
import org.contactroi.simulator.scenario.Staff;
import org.contactroi.simulator.scenario.Staff.Grade;
import org.contactroi.simulator.scenario.Staff.Shift;
import org.contactroi.simulator.scenario.Staff.Team;
import org.contactroi.yaml.Form;
import org.contactroi.yaml.Section;

/** Reads {@code grades}, {@code teams} and {@code agent_surveys}. */
record StaffReader(Form<String> queue) {

  private static final int MOST_AGENTS = 100_000;
  private static final int MOST_CHATS = 20;
  private static final double USUALLY_HALVES = 20;
  private static final long USUALLY_WITHIN = 1_800_000;
  private static final Grade ANYONE = new Grade("agent", 1, 1);

  Staff read(Section tenant) {
    Map<String, Grade> grades =
        tenant.requireSection("grades").all(Notation.ID, StaffReader::grade).stream()
            .collect(
                Collectors.toMap(
                    Grade::id, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    Form<Grade> grade = Form.oneOf(grades.keySet()).map(id -> grades.getOrDefault(id, ANYONE));
    List<Team> teams =
        tenant
            .requireSection("teams")
            .all(Notation.ID, (id, section) -> team(id, section, Shapes.mixOf(grade)));
    return new Staff(teams, surveys(tenant.section("agent_surveys")));
  }

  private static Staff.Surveys surveys(Section section) {
    return new Staff.Surveys(
        section.get("per_shift", Notation.SHARE, 0.0),
        section.get("pleased", Notation.SHARE, 0.0),
        section.get("pleased_assisted", Notation.SHARE, 0.0));
  }

  private static Grade grade(String id, Section section) {
    return new Grade(
        id,
        section.get("pace", Notation.POSITIVE, 1.0),
        section.get("resolves", Notation.FACTOR, 1.0));
  }

  private Team team(String id, Section section, Form<Mix<Grade>> grades) {
    Section learning = section.section("learning");
    return new Team(
        id,
        section.require("queues", queue.list(), List.of()),
        section.require("grades", grades, Mix.of(Map.of(ANYONE, 1.0))),
        section.get("chats", Notation.whole(1, MOST_CHATS), 1),
        section.get("slowdown", Notation.FACTOR, 0.0),
        duty(section),
        new Staff.Career(
            learning.get("first_day", Notation.POSITIVE, 1.0),
            learning.get("halves", Notation.POSITIVE, USUALLY_HALVES),
            learning.get("leave_per_year", Notation.SHARE, 0.0)));
  }

  private static Staff.Duty duty(Section section) {
    List<Shift> shifts = section.sections("shifts").stream().map(StaffReader::shift).toList();
    if (shifts.isEmpty()) {
      section.refuse("has no shifts; allowed: a list of shifts");
    }
    return new Staff.Duty(
        shifts,
        section.sections("breaks").stream().map(StaffReader::pause).toList(),
        section.get("absence", Notation.SHARE, 0.0),
        section.get("monitored", Notation.SHARE, 0.0));
  }

  private static Shift shift(Section section) {
    int agents = section.require("agents", Notation.whole(1, MOST_AGENTS), 1);
    if (section.get("endless", Notation.YES_NO, false)) {
      return Shift.endless(agents);
    }
    Set<DayOfWeek> daily = EnumSet.allOf(DayOfWeek.class);
    return new Shift(
        agents,
        section.get("days", Notation.DAYS, daily),
        section.require("from", Notation.TIME, LocalTime.MIDNIGHT),
        section.require("lasts", Notation.LENGTH, 1L),
        section.get("to_day", Notation.DAY, Integer.MAX_VALUE));
  }

  private static Staff.Pause pause(Section section) {
    return new Staff.Pause(
        section.get("name", Notation.TEXT, "break"),
        section.require("after", Notation.DURATION, 1L),
        section.get("within", Notation.DURATION, USUALLY_WITHIN),
        section.require("lasts", Notation.LENGTH, 1L),
        section.get("paid", Notation.YES_NO, true));
  }
}
