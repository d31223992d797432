package org.contactroi.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.contactroi.serve.access.Access;
import org.contactroi.serve.access.Grant;
import org.contactroi.serve.access.Role;
import org.contactroi.serve.access.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class TokenCommandTest {

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void theLinesThatArePrintedLetTheTokenIn() throws IOException {
    assertThat(
            run(
                "board",
                "--tenant",
                "shop,o'neil",
                "--role",
                "view,explain",
                "--expires",
                "2999-01-01"))
        .isZero();
    String[] printed = out.toString().split("\\R", 4);
    Path file = Files.writeString(folder.resolve("tokens.yaml"), "tokens:\n" + printed[3]);

    Optional<Grant> grant = Access.of(file).grant(Optional.of("Bearer " + printed[0]));

    assertThat(grant)
        .contains(
            new Grant(
                "board",
                Grant.Tenants.of(Set.of("shop", "o'neil")),
                Set.of(Role.VIEW, Role.EXPLAIN)));
  }

  @Test
  void programsReadItAsJson() throws IOException {
    assertThat(run("board", "--json")).isZero();
    JsonNode json = new ObjectMapper().readTree(out.toString());

    assertThat(json.get("sha256").asText()).isEqualTo(Token.digest(json.get("token").asText()));
    assertThat(json.get("tenants").asText()).isEqualTo("all");
    assertThat(json.get("roles").toString()).isEqualTo("[\"view\"]");
    assertThat(json.get("expires").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a/b             | NAME is 'a/b'; allowed: up to 64 letters",
        "a --role rule   | --role is 'rule'; allowed: view, explain, operate",
        "a --expires now | --expires is 'now'; allowed: a day such as 2027-06-30",
      })
  void whatIsWrongIsNamed(String arguments, String message) {
    assertThat(run(arguments.split(" "))).isEqualTo(2);
    assertThat(err.toString()).startsWith(message);
  }

  private int run(String... arguments) {
    return new CommandLine(new TokenCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }
}
