package org.contactroi.serve.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {

  private static final String BOARD = Token.draw();
  private static final String ANALYST = Token.draw();

  @TempDir Path folder;
  private Path file;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));

  @BeforeEach
  void tokens() throws IOException {
    file = folder.resolve("tokens.yaml");
    write(
        item("board", BOARD, "all", "[view]")
            + item("analyst", ANALYST, "[shop]", "[view, explain]"));
  }

  @Test
  void aTokenAllowsWhatItsItemSays() {
    Access access = access();

    assertThat(access.grant(Optional.of("Bearer " + BOARD)))
        .contains(new Grant("board", Grant.Tenants.ALL, Set.of(Role.VIEW)));
    Grant analyst = access.grant(Optional.of("bearer  " + ANALYST)).orElseThrow();
    assertThat(analyst.roles()).containsExactlyInAnyOrder(Role.VIEW, Role.EXPLAIN);
    assertThat(analyst.isFor("shop")).isTrue();
    assertThat(analyst.isFor("bank")).isFalse();
    assertThat(analyst.tenants().areAll()).isFalse();
  }

  @Test
  void withoutAKnownTokenNothingIsAllowed() {
    Access access = access();

    assertThat(access.isGuarded()).isTrue();
    assertThat(access.grant(Optional.empty())).isEmpty();
    assertThat(access.grant(Optional.of("Bearer " + Token.draw()))).isEmpty();
    assertThat(access.grant(Optional.of("Bearer " + Token.digest(BOARD)))).isEmpty();
    assertThat(access.grant(Optional.of("Basic " + BOARD))).isEmpty();
    assertThat(access.grant(Optional.of("Bearer " + BOARD + " " + BOARD))).isEmpty();
    assertThat(access.grant(Optional.of("Bearer"))).isEmpty();
  }

  @Test
  void whereNobodyNeedsATokenEverythingIsAllowed() {
    assertThat(Access.OPEN.isGuarded()).isFalse();
    assertThat(Access.OPEN.grant(Optional.empty())).contains(Grant.EVERYTHING);
  }

  @Test
  void aTokenIsOverAfterItsLastDay() throws IOException {
    write(item("board", BOARD, "all", "[view]") + "    expires: 2026-03-01\n");
    Access access = access();

    assertThat(access.grant(Optional.of("Bearer " + BOARD))).isPresent();
    now.set(Instant.parse("2026-03-02T00:00:00Z"));
    assertThat(access.grant(Optional.of("Bearer " + BOARD))).isEmpty();
  }

  @Test
  void aTokenThatIsTakenOutOfTheFileIsNoneAnyMore() throws IOException {
    Access access = access();
    write(item("analyst", ANALYST, "[shop]", "[view]"));
    touch(1);
    now.updateAndGet(instant -> instant.plusSeconds(3));

    assertThat(access.grant(Optional.of("Bearer " + BOARD))).isEmpty();
    assertThat(access.grant(Optional.of("Bearer " + ANALYST)).orElseThrow().roles())
        .containsExactly(Role.VIEW);
  }

  @Test
  void anErrorInAChangedFileLocksNobodyOut() throws IOException {
    Access access = access();
    write("tokens: [");
    touch(1);
    now.updateAndGet(instant -> instant.plusSeconds(3));

    assertThat(access.grant(Optional.of("Bearer " + BOARD))).isPresent();

    Files.delete(file);
    now.updateAndGet(instant -> instant.plusSeconds(3));
    assertThat(access.grant(Optional.of("Bearer " + BOARD))).isPresent();
  }

  @Test
  void everythingThatIsWrongIsToldWithItsLine() throws IOException {
    write(
        """
          - name: a b
            sha256: 12
            tenants: []
            roles: [view, rule]
          - name: board
            tenant: shop
        """);

    assertThatThrownBy(() -> Access.of(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            file + ":2: name is 'a b'; allowed: up to 64 letters, digits, _, . and -")
        .hasMessageContaining(file + ":3: sha256 is '12'; allowed: the SHA-256 of a token")
        .hasMessageContaining(file + ":4: tenants is")
        .hasMessageContaining("'rule'; allowed: view, explain, operate")
        .hasMessageContaining(file + ":6: sha256 is missing")
        .hasMessageContaining(file + ":7: unknown key 'tenant', did you mean 'tenants'?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "sha256"})
  void namesAndDigestsAreThoseOfOneToken(String twice) throws IOException {
    boolean isName = twice.equals("name");
    write(
        item("board", BOARD, "all", "[view]")
            + item(isName ? "board" : "other", isName ? ANALYST : BOARD, "all", "[view]"));

    assertThatThrownBy(() -> Access.of(file)).hasMessageContaining("is that of two tokens");
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1", "localhost", "::1"})
  void onThisMachineNobodyNeedsAToken(String host) {
    assertThat(AccessSetting.LOOPBACK.open(host)).isSameAs(Access.LOCAL);
  }

  @ParameterizedTest
  @CsvSource({"0.0.0.0", "192.0.2.1", "::"})
  void whereOthersReachItSomethingHasToSayWhoMayAsk(String host) {
    assertThatThrownBy(() -> AccessSetting.LOOPBACK.open(host))
        .hasMessageStartingWith("serve.host is '%s', which other machines reach", host);
    assertThat(new AccessSetting("open").open(host)).isSameAs(Access.OPEN);
    assertThat(new AccessSetting(file.toString()).open(host).isGuarded()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:8080, true",
    "127.0.0.1, true",
    "127.0.0.1:8080, true",
    "[::1]:8080, true",
    "LOCALHOST, true",
    "evil.example.org, false",
    "localhost.evil.example.org:8080, false",
    "127.0.0.1.evil.example.org, false",
  })
  void onThisMachineItIsCalledByAnOwnName(String host, boolean isAllowed) {
    assertThat(Access.LOCAL.isFor(Optional.of(host))).isEqualTo(isAllowed);
    assertThat(Access.OPEN.isFor(Optional.of(host))).isTrue();
    assertThat(Access.LOCAL.isFor(Optional.empty())).isFalse();
  }

  private Access access() {
    InstantSource source = now::get;
    return Access.of(file, source.withZone(ZoneOffset.UTC));
  }

  private void write(String items) throws IOException {
    Files.writeString(file, items.startsWith("tokens") ? items : "tokens:\n" + items);
  }

  /** Later than what was written before, whatever the clock of the file system. */
  private void touch(int seconds) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(seconds)));
  }

  private static String item(String name, String token, String tenants, String roles) {
    return "  - name: %s%n    sha256: %s%n    tenants: %s%n    roles: %s%n"
        .formatted(name, Token.digest(token), tenants, roles);
  }
}
