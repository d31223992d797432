package org.contactroi.app.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.explain.FactWorth;
import org.contactroi.app.rejects.EventJson;
import org.contactroi.app.topics.PublishedTopics;
import org.contactroi.app.topics.ReadingProgress;
import org.contactroi.app.topics.RequiredTopics;
import org.contactroi.interaction.Interaction;
import org.contactroi.kpi.Keys;
import org.contactroi.outputs.InteractionFact;
import org.contactroi.record.FactRecords;
import org.contactroi.serve.http.Parameters;
import org.contactroi.serve.http.ProblemException;
import org.contactroi.serve.http.Request;
import org.contactroi.serve.http.Response;
import org.contactroi.topic.Topics;

/** Answers {@code /v1/interactions/{id}} and {@code /v1/episodes/{id}}. */
final class ContactApi {

  private static final String TENANT = "tenant";

  private final AppConfig config;

  ContactApi(AppConfig config) {
    this.config = config;
  }

  /** The fact of an interaction, what happened in it, and what it cost. */
  Response interaction(Request request) {
    String tenant = tenant(request);
    String id = request.part("id");
    try (PublishedTopics topics = open()) {
      Topics names = topics.names();
      List<InteractionFact> parts =
          parts(topics, names.interactions(), Keys.escape(tenant), id).stream()
              .map(InteractionFact.class::cast)
              .toList();
      if (parts.isEmpty()) {
        throw missing("interaction", id, tenant);
      }
      Interaction interaction = FactRecords.toDomain(parts, null);
      ObjectNode document = JsonNodeFactory.instance.objectNode().put(TENANT, tenant);
      ObjectNode json = EventJson.of(parts.get(0));
      json.put("handled_by", interaction.handledBy().name());
      document.set("interaction", json);
      ArrayNode story = document.putArray("story");
      new Story(interaction).lines().forEach(line -> story.add(line.json()));
      ZoneId zone = ZoneId.of(topics.zone(tenant).orElse("UTC"));
      Optional<ObjectNode> worth = FactWorth.of(topics, interaction, zone);
      document.set("money", worth.isPresent() ? worth.get() : JsonNodeFactory.instance.nullNode());
      return Response.json(200, document);
    }
  }

  /** An episode with its members. */
  Response episode(Request request) {
    String tenant = tenant(request);
    String id = request.part("id");
    try (PublishedTopics topics = open()) {
      List<IndexedRecord> parts = new ArrayList<>();
      for (String purpose : List.of("fcr", "bot")) {
        parts.addAll(parts(topics, topics.names().episodes(), Keys.join(tenant, purpose), id));
      }
      if (parts.isEmpty()) {
        throw missing("episode", id, tenant);
      }
      ObjectNode document = JsonNodeFactory.instance.objectNode().put(TENANT, tenant);
      ArrayNode episodes = document.putArray("episodes");
      parts.forEach(part -> episodes.add(EventJson.of((SpecificRecord) part)));
      return Response.json(200, document);
    }
  }

  private PublishedTopics open() {
    Topics names = config.topics().names();
    RequiredTopics.check(
        config, List.of(names.interactions(), names.episodes(), names.reference()));
    return PublishedTopics.open(config, ReadingProgress.SILENT);
  }

  private static String tenant(Request request) {
    Parameters parameters = new Parameters(request.query(), List.of(TENANT));
    Optional<String> tenant = parameters.required(TENANT, text -> text);
    tenant.ifPresent(request::requireTenant);
    parameters.check();
    return tenant.orElseThrow();
  }

  /**
   * The newest records of a fact, in their order.
   *
   * @param before what its keys begin with, before its id
   */
  private static List<IndexedRecord> parts(
      PublishedTopics topics, String topic, String before, String id) {
    int place = Keys.split(before).size();
    Map<Integer, byte[]> newest = new TreeMap<>();
    topics.read(
        topic,
        before + "/",
        (key, value) -> {
          List<String> names = Keys.split(key);
          if (names.get(place).equals(id)) {
            int part = names.size() > place + 1 ? Integer.parseInt(names.get(place + 1)) : 0;
            if (value == null) {
              newest.remove(part);
            } else {
              newest.put(part, value);
            }
          }
        });
    return newest.values().stream().map(value -> topics.decode(topic, value)).toList();
  }

  private static ProblemException missing(String what, String id, String tenant) {
    return new ProblemException(
        404, "there is no %s '%s' of tenant '%s'".formatted(what, id, tenant));
  }
}
