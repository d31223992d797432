package org.contactroi.benchmarks.topic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.Predicate;

/** Subjects of a schema registry. */
public final class Subjects {

  private static final String OF_VALUES = "-value";

  private final HttpClient client = HttpClient.newHttpClient();
  private final String registry;

  /** Of the registry at an address. */
  public Subjects(String registry) {
    this.registry = registry;
  }

  /**
   * Deletes those of the values of topics: a checkout whose contracts are older could not register
   * its own beside newer ones.
   */
  public void delete(Predicate<String> topics) throws InterruptedException {
    for (JsonNode subject : list()) {
      String name = subject.asText();
      boolean isOfValues = name.endsWith(OF_VALUES);
      if (isOfValues && topics.test(name.substring(0, name.length() - OF_VALUES.length()))) {
        send(request("/subjects/" + name).DELETE());
      }
    }
  }

  private JsonNode list() throws InterruptedException {
    try {
      return new ObjectMapper().readTree(send(request("/subjects").GET()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(registry + path));
  }

  private String send(HttpRequest.Builder request) throws InterruptedException {
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new IllegalStateException(
            "the registry answered %d: %s".formatted(response.statusCode(), response.body()));
      }
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
