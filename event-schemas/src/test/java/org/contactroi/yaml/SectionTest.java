package org.contactroi.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What is right is read, and everything wrong is told at once with its line. */
class SectionTest {

  private static final Form<String> TEXT = Form.text("a text", UnaryOperator.identity());
  private static final Form<LocalDate> DATE = Form.text("a date", LocalDate::parse);
  private static final Form<DayOfWeek> DAY = Form.choice(List.of(DayOfWeek.values()));

  private final Problems problems = new Problems();

  private Section read(boolean hasPaths, String... lines) {
    return new YamlFile("f.yaml", problems, hasPaths).documents(String.join("\n", lines)).get(0);
  }

  private Section read(String... lines) {
    return read(false, lines);
  }

  private List<String> messages() {
    return problems.all().stream().map(Problem::toString).toList();
  }

  @Test
  void valuesAreReadByTheirForms() {
    Section section =
        read("day: 2026-01-02", "days: [MONDAY, sunday]", "n: 7", "by: {monday: 1, sunday: 2}");

    assertThat(section.require("day", DATE, LocalDate.EPOCH)).isEqualTo("2026-01-02");
    assertThat(section.get("days", DAY.list(), List.of()))
        .containsExactly(DayOfWeek.MONDAY, DayOfWeek.SUNDAY);
    assertThat(section.find("n", Form.whole(1, 9))).contains(7L);
    assertThat(section.section("by").by(DAY, Form.whole(0, 9)))
        .isEqualTo(Map.of(DayOfWeek.MONDAY, 1L, DayOfWeek.SUNDAY, 2L));
    assertThat(section.get("other", TEXT, "usual")).isEqualTo("usual");
    assertThat(messages()).isEmpty();
  }

  @Test
  void readingGoesOnWithAStandInAndTellsEverything() {
    Section section =
        read("day: 2026-02-30", "n: 10", "days: [mondai, sunday]", "list: [1]", "no:");

    assertThat(section.require("day", DATE, LocalDate.EPOCH)).isEqualTo(LocalDate.EPOCH);
    assertThat(section.find("n", Form.whole(1, 9))).isEmpty();
    assertThat(section.get("days", DAY.list(), List.of())).containsExactly(DayOfWeek.SUNDAY);
    assertThat(section.require("list", TEXT, "?")).isEqualTo("?");
    assertThat(section.require("no", TEXT, "?")).isEqualTo("?");
    assertThat(section.require("none", TEXT, "?")).isEqualTo("?");
    assertThat(section.isBroken("day")).isTrue();
    assertThat(section.isBroken("other")).isFalse();
    assertThat(messages())
        .containsExactly(
            "f.yaml:1: day is '2026-02-30'; allowed: a date",
            "f.yaml:1: none is missing; allowed: a text",
            "f.yaml:2: n is '10'; allowed: a whole number from 1 to 9",
            "f.yaml:3: an item of days is 'mondai', did you mean 'monday'? allowed: monday,"
                + " tuesday, wednesday, thursday, friday, saturday, sunday",
            "f.yaml:4: list is a list; allowed: a text",
            "f.yaml:5: no is empty; allowed: a text");
  }

  @Test
  void aFieldIsNamedWithWhatItIsInIfTheFileWantsIt() {
    Section section = read(true, "a:", "  b: {day: now}", "  c: [{day: later}, 3]");

    Section a = section.requireSection("a");
    assertThat(a.section("b").find("day", DATE)).isEmpty();
    a.sections("c").forEach(item -> item.find("day", DATE));
    assertThat(section.isBroken()).isTrue();
    assertThat(messages())
        .containsExactly(
            "f.yaml:2: a.b.day is 'now'; allowed: a date",
            "f.yaml:3: a.c[1] is '3'; allowed: a section with keys, key: value",
            "f.yaml:3: a.c[0].day is 'later'; allowed: a date");
  }

  @Test
  void aKeyThatIsNotAllowedIsToldWithTheNearest() {
    Section section = read("dya: 1", "group: {x: 1}", "2: 3");

    section.requireKnown(List.of("day", "group"));

    assertThat(messages())
        .containsExactly(
            "f.yaml:1: unknown key 'dya', did you mean 'day'? allowed: day, group",
            "f.yaml:3: unknown key '2', did you mean 'day'? allowed: day, group");
  }

  @Test
  void aKeyThatNobodyAskedForIsNoneOfThoseAllowed() {
    Section section = read(true, "day: 2026-01-02", "group: {dya: 1}");

    section.find("day", DATE);
    section.section("group").get("day", DATE, LocalDate.EPOCH);
    section.requireAsked();

    assertThat(messages())
        .containsExactly("f.yaml:2: unknown key 'group.dya', did you mean 'day'? allowed: day");
  }

  @Test
  void aSectionThatIsMissingHasNoKeys() {
    Section section = read("other: 1");

    assertThat(section.section("group").find("day", DATE)).isEmpty();
    assertThat(messages()).isEmpty();
    section.requireSection("group");
    assertThat(messages())
        .containsExactly(
            "f.yaml:1: group is missing or empty; allowed: a section with keys, key: value");
  }

  @Test
  void oneValueAloneStandsForAListOfIt() {
    Section section = read("one: a", "two: [a, b]");

    assertThat(section.each("one"))
        .extracting(value -> value.read(TEXT).orElse("?"))
        .containsExactly("a");
    assertThat(section.each("two"))
        .extracting(value -> value.read(TEXT).orElse("?"))
        .containsExactly("a", "b");
  }

  @Test
  void whatIsNoSectionIsToldAndReadAsOneWithoutKeys() {
    read("- a", "---", "b: 1", "b: 2", "---", "? [c]", ": 1");

    assertThat(messages())
        .containsExactly(
            "f.yaml:1: there is a list; allowed: a section with keys, key: value",
            "f.yaml:4: b is written twice; allowed: once, as in line 3",
            "f.yaml:6: a key has to be a text");
  }

  @Test
  void whatIsNoYamlIsToldWithItsLine() {
    assertThat(new YamlFile("f.yaml", problems, false).documents("a: 1\nb: [1, 2\n")).isEmpty();
    assertThat(messages()).singleElement().asString().startsWith("f.yaml:3: this is no YAML: ");
  }
}
