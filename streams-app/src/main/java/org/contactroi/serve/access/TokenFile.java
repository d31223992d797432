package org.contactroi.serve.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.contactroi.notation.ChoiceText;
import org.contactroi.serve.access.Grant.Tenants;
import org.contactroi.yaml.Form;
import org.contactroi.yaml.Problem;
import org.contactroi.yaml.Problems;
import org.contactroi.yaml.Section;
import org.contactroi.yaml.Value;
import org.contactroi.yaml.YamlFile;

/** The tokens of a file, by their digests. */
record TokenFile(Map<String, Entry> tokens) {

  /**
   * What a token allows.
   *
   * @param until when it is over
   */
  record Entry(Grant grant, Instant until) {}

  private static final String ALL = "all";

  private static final Form<String> NAME =
      Form.matching("[\\w.-]{1,64}", "up to 64 letters, digits, _, . and -", text -> text);

  private static final Form<String> DIGEST =
      Form.matching(
          "[0-9a-fA-F]{64}",
          "the SHA-256 of a token in 64 hexadecimal digits, as 'contact-roi token' prints it",
          text -> text.toLowerCase(Locale.ROOT));

  private static final Form<String> TENANT = Form.text("ids of tenants", text -> text);

  private static final Form<Tenants> TENANTS =
      Form.of("all, or a list of ids of tenants", TokenFile::tenants);

  private static final Form<List<Role>> ROLES =
      Form.oneOf(List.of(Role.values()).stream().map(ChoiceText::of).toList())
          .map(text -> ChoiceText.parse(text, List.of(Role.values())))
          .list()
          .where(roles -> !roles.isEmpty());

  private static final Form<LocalDate> DAY =
      Form.text("a day such as 2027-06-30", LocalDate::parse);

  /** Reads a file of UTF-8. */
  static TokenFile read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read %s: %s".formatted(file, e), e);
    }
  }

  /**
   * Reads a text.
   *
   * @throws IllegalArgumentException naming everything that is wrong, with its line
   */
  static TokenFile parse(String name, String text) {
    Problems problems = new Problems();
    Map<String, Entry> tokens = new HashMap<>();
    Set<String> names = new HashSet<>();
    for (Section document : new YamlFile(name, problems, false).documents(text)) {
      for (Section section : document.sections("tokens")) {
        String owner = section.require("name", NAME, "");
        if (!names.add(owner)) {
          section.refuse("name", "'%s' is that of two tokens".formatted(owner));
        }
        String digest = section.require("sha256", DIGEST, "");
        if (tokens.putIfAbsent(digest, entry(section, owner)) != null && !digest.isEmpty()) {
          section.refuse("sha256", "is that of two tokens");
        }
      }
      document.requireAsked();
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          problems.all().stream().map(Problem::toString).collect(Collectors.joining("\n")));
    }
    return new TokenFile(tokens);
  }

  private static Optional<Tenants> tenants(Value value) {
    if (value.text().filter(ALL::equals).isPresent()) {
      return Optional.of(Tenants.ALL);
    }
    return value
        .list()
        .map(
            items ->
                items.stream()
                    .flatMap(item -> item.read(TENANT).stream())
                    .collect(Collectors.toSet()))
        .filter(ids -> !ids.isEmpty())
        .map(Tenants::of);
  }

  private static Entry entry(Section section, String name) {
    Tenants tenants = section.require("tenants", TENANTS, Tenants.of(Set.of()));
    Set<Role> roles = Set.copyOf(section.require("roles", ROLES, List.of()));
    Instant until =
        section
            .find("expires", DAY)
            .map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())
            .orElse(Instant.MAX);
    return new Entry(new Grant(name, tenants, roles), until);
  }
}
