package org.contactroi.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one request to whichever of the registry's addresses answers: fails over at once, repeats
 * rounds over all addresses with a growing pause, and gives up after the time for retries. Thread
 * safe.
 */
final class RegistryTransport {
  private static final Logger LOG = LoggerFactory.getLogger(RegistryTransport.class);
  private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  private final ObjectMapper json = new ObjectMapper();
  private final AtomicInteger preferred = new AtomicInteger();
  private final RegistrySettings settings;
  private final HttpClient http;

  /** A failed attempt; the message names the address. */
  private record Failure(String message, @Nullable IOException cause) {}

  /** Answer, or the reason there is none. */
  private record Attempt(@Nullable Answer answer, @Nullable Failure failure) {}

  /** What a registry answered with a status below 500 and other than 429. */
  record Answer(URI uri, int status, JsonNode body) {
    boolean isSuccess() {
      return status >= 200 && status < 300;
    }

    int errorCode() {
      return body.path("error_code").asInt(0);
    }

    RegistryRefusedException refusal(String what) {
      String reason = body.path("message").asText("no message");
      return new RegistryRefusedException(
          "Schema registry refused to %s: %s answered %d, code %d: %s"
              .formatted(what, uri, status, errorCode(), reason),
          status,
          errorCode());
    }
  }

  RegistryTransport(RegistrySettings settings) {
    this.settings = settings;
    // HTTP/2 over clear text starts with an upgrade that some registries and proxies answer with an
    // error.
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.requestTimeout())
            .build();
  }

  /**
   * Sends the request until somebody answers.
   *
   * @param what says in a few words what is asked, for messages
   * @throws RegistryUnavailableException if nobody does
   */
  Answer send(String method, String path, @Nullable JsonNode body, String what) {
    long start = System.nanoTime();
    Duration pause = FIRST_PAUSE;
    while (true) {
      Attempt round = tryEveryAddress(method, path, body);
      if (round.answer() != null) {
        return round.answer();
      }
      Duration left = settings.retryTotal().minusNanos(System.nanoTime() - start);
      if (left.isZero() || left.isNegative()) {
        throw unavailable(what, round.failure());
      }
      LOG.atWarn().addKeyValue("failure", describe(round.failure())).log("Registry is retried");
      pause(pause.compareTo(left) < 0 ? pause : left, what);
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
              ? pause.multipliedBy(2)
              : LONGEST_PAUSE;
    }
  }

  JsonNode object(String field, String value) {
    return json.createObjectNode().put(field, value);
  }

  private Attempt tryEveryAddress(String method, String path, @Nullable JsonNode body) {
    int first = preferred.get();
    int count = settings.urls().size();
    Attempt last = new Attempt(null, null);
    for (int i = 0; i < count; i++) {
      int index = (first + i) % count;
      last = attempt(request(settings.urls().get(index), method, path, body));
      if (last.answer() != null) {
        preferred.set(index);
        return last;
      }
    }
    return last;
  }

  private Attempt attempt(HttpRequest request) {
    HttpResponse<byte[]> response;
    try {
      response = http.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      return new Attempt(null, new Failure(request.uri() + " did not answer: " + e, e));
    } catch (InterruptedException e) {
      throw interrupted(request.uri().toString(), e);
    }
    Answer answer = new Answer(request.uri(), response.statusCode(), parse(response.body()));
    if (answer.status() >= SERVER_ERROR || answer.status() == TOO_MANY_REQUESTS) {
      String text = answer.body().path("message").asText("no message");
      String failure = "%s answered %d: %s".formatted(request.uri(), answer.status(), text);
      return new Attempt(null, new Failure(failure, null));
    }
    return new Attempt(answer, null);
  }

  private HttpRequest request(URI base, String method, String path, @Nullable JsonNode body) {
    BodyPublisher content =
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString());
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(settings.requestTimeout())
            .header("Accept", MEDIA_TYPE + ", application/json")
            .method(method, content);
    if (body != null) {
      builder.header("Content-Type", MEDIA_TYPE);
    }
    String authorization = settings.authorization();
    return authorization == null
        ? builder.build()
        : builder.header("Authorization", authorization).build();
  }

  /**
   * An answer that is not JSON comes from something in front of the registry; its status says
   * enough.
   */
  private JsonNode parse(byte[] body) {
    try {
      return json.readTree(body);
    } catch (JsonProcessingException e) {
      return json.createObjectNode().put("message", "an answer that is not JSON");
    } catch (IOException e) {
      throw new IllegalStateException("Reading from memory cannot fail", e);
    }
  }

  private RegistryUnavailableException unavailable(String what, @Nullable Failure failure) {
    return new RegistryUnavailableException(
        "Schema registry unavailable, could not %s within %d ms: %s"
            .formatted(what, settings.retryTotal().toMillis(), describe(failure)),
        failure == null ? null : failure.cause());
  }

  private static String describe(@Nullable Failure failure) {
    return failure == null ? "no address" : failure.message();
  }

  private static void pause(Duration length, String what) {
    try {
      Thread.sleep(length.toMillis());
    } catch (InterruptedException e) {
      throw interrupted(what, e);
    }
  }

  private static RegistryUnavailableException interrupted(String what, InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new RegistryUnavailableException(
        "Interrupted while waiting for the schema registry: " + what, cause);
  }
}
