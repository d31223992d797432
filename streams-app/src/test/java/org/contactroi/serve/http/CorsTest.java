package org.contactroi.serve.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.contactroi.serve.access.Grant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsTest {

  private static final String BOARD = "https://board.example.org";
  private static final String ALLOWED = "Access-Control-Allow-Origin";

  private final Cors cors = Cors.parse(BOARD + ", http://127.0.0.1:3000");

  @Test
  void pagesOfTheListMayRead() {
    assertThat(cors.headers(from(BOARD)))
        .containsEntry(ALLOWED, BOARD)
        .containsEntry("Vary", "Accept, Accept-Encoding, Origin")
        .doesNotContainKey("Access-Control-Allow-Methods");
  }

  @Test
  void browsersThatAskBeforeAreToldWhatIsAllowed() {
    Request request =
        new Request(
            "/",
            Map.of(),
            null,
            Map.of("origin", BOARD, "access-control-request-method", "GET"),
            Grant.NOTHING);

    assertThat(cors.headers(request))
        .containsEntry("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS")
        .containsEntry(
            "Access-Control-Allow-Headers", "Authorization, If-None-Match, Last-Event-ID");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://other.example.org", "null", "https://board.example.org.evil.org"})
  void othersMayNot(String origin) {
    assertThat(cors.headers(from(origin))).containsOnlyKeys("Vary");
  }

  @Test
  void withoutAListNobodyMay() {
    assertThat(Cors.parse("")).isEqualTo(Cors.NONE);
    assertThat(Cors.NONE.headers(from(BOARD))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "board.example.org", "https://board.example.org/", "https://*.org"})
  void whatIsNoOriginIsRefused(String origin) {
    assertThatThrownBy(() -> new Cors(Set.of(origin)))
        .hasMessage("'%s' is no origin such as https://board.example.org", origin);
  }

  private static Request from(String origin) {
    return new Request("/", Map.of(), null, Map.of("origin", origin), Grant.NOTHING);
  }
}
