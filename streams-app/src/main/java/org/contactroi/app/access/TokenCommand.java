package org.contactroi.app.access;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contactroi.notation.ChoiceText;
import org.contactroi.serve.access.Role;
import org.contactroi.serve.access.Token;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws a token and prints it, once, with the lines of the file that let it in. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description = {
      "Draws a token for the API of serve and prints it, with the lines for the file named by"
          + " serve.access.",
      "The file keeps its SHA-256 alone: what is printed cannot be read again."
    })
public final class TokenCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "NAME", description = "Says in the audit who asked.")
  private String name = "";

  @Option(
      names = "--tenant",
      split = ",",
      paramLabel = "TENANT",
      description = "Whose figures it may see (default: those of all).")
  private List<String> tenants = List.of();

  @Option(
      names = "--role",
      split = ",",
      paramLabel = "ROLE",
      description =
          "view: figures; explain: single contacts, with their ids; operate: what was refused, and"
              + " reference data (default: view).")
  private List<String> roles = List.of("view");

  @Option(names = "--expires", paramLabel = "DAY", description = "Its last day, UTC.")
  private @Nullable String expires;

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    if (!name.matches("[\\w.-]{1,64}")) {
      throw wrong("NAME is '%s'; allowed: up to 64 letters, digits, _, . and -".formatted(name));
    }
    List<Role> allowed = roles.stream().map(this::role).distinct().toList();
    @Nullable LocalDate last = expires == null ? null : day(expires);
    String token = Token.draw();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(json(token, allowed, last));
    } else {
      out.println(token);
      out.println();
      Stream.of("Under 'tokens:' of the file:", "").forEach(out::println);
      lines(token, allowed, last).forEach(out::println);
    }
    out.flush();
    return 0;
  }

  private ObjectNode json(String token, List<Role> allowed, @Nullable LocalDate last) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("token", token).put("name", name).put("sha256", Token.digest(token));
    if (tenants.isEmpty()) {
      json.put("tenants", "all");
    } else {
      ArrayNode list = json.putArray("tenants");
      tenants.forEach(list::add);
    }
    ArrayNode list = json.putArray("roles");
    allowed.forEach(role -> list.add(ChoiceText.of(role)));
    return json.put("expires", last == null ? null : last.toString());
  }

  private List<String> lines(String token, List<Role> allowed, @Nullable LocalDate last) {
    String whose =
        tenants.isEmpty()
            ? "all"
            : tenants.stream()
                .map(tenant -> "'" + tenant.replace("'", "''") + "'")
                .collect(Collectors.joining(", ", "[", "]"));
    Stream<String> lines =
        Stream.of(
            "  - name: " + name,
            "    sha256: " + Token.digest(token),
            "    tenants: " + whose,
            "    roles: [" + ChoiceText.of(allowed) + "]");
    return last == null
        ? lines.toList()
        : Stream.concat(lines, Stream.of("    expires: " + last)).toList();
  }

  private Role role(String text) {
    try {
      return ChoiceText.parse(text, List.of(Role.values()));
    } catch (IllegalArgumentException e) {
      throw wrong(
          "--role is '%s'; allowed: %s".formatted(text, ChoiceText.of(List.of(Role.values()))));
    }
  }

  private LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw wrong("--expires is '%s'; allowed: a day such as 2027-06-30".formatted(text));
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
