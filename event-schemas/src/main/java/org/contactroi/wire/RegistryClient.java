package org.contactroi.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.contactroi.wire.RegistryTransport.Answer;
import org.contactroi.wire.UndecodableException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Client of a schema registry that speaks Confluent's REST API. Thread safe.
 *
 * <p>Answers that cannot change are kept for the life of the client: the schema of an id, the id of
 * a schema under a subject. That an id is unknown is believed for ten seconds.
 *
 * <p>Every method throws {@link RegistryUnavailableException} if no address answers within the time
 * for retries, and {@link RegistryRefusedException} if the registry refuses.
 */
public final class RegistryClient {
  private static final int NOT_FOUND = 404;
  private static final int SCHEMA_NOT_FOUND = 40403;
  private static final long UNKNOWN_NANOS = Duration.ofSeconds(10).toNanos();
  private static final int MOST_UNKNOWN_IDS = 10_000;

  private final RegistryTransport transport;
  private final LongSupplier nanoTime;
  private final ConcurrentMap<Integer, Schema> schemas = new ConcurrentHashMap<>();
  private final ConcurrentMap<Integer, Long> unknownSince = new ConcurrentHashMap<>();
  private final ConcurrentMap<Registration, Integer> registered = new ConcurrentHashMap<>();
  private final ConcurrentMap<Registration, Integer> found = new ConcurrentHashMap<>();

  private record Registration(String subject, Schema schema) {}

  /**
   * A schema as the registry holds it.
   *
   * @param id the number in the header of records
   * @param version place in the subject's history, from 1
   */
  public record RegisteredSchema(int id, int version, Schema schema) {}

  /** Makes a client with caches of its own. */
  public RegistryClient(RegistrySettings settings) {
    this(settings, System::nanoTime);
  }

  RegistryClient(RegistrySettings settings, LongSupplier nanoTime) {
    this.transport = new RegistryTransport(settings);
    this.nanoTime = nanoTime;
  }

  /** Registers the schema unless the subject has it, and returns its id. */
  public int register(String subject, Schema schema) {
    return cachedId(registered, "/versions", "register the schema of subject ", subject, schema);
  }

  /** Returns the id of a schema that stands under the subject; refused with 404 if it does not. */
  public int lookup(String subject, Schema schema) {
    return cachedId(found, "", "find the schema of subject ", subject, schema);
  }

  /**
   * Returns the schema of the id, or empty if the registry says that it has none. Negative ids are
   * never given, and registries differ in what they answer for one, so they are not asked for.
   *
   * @throws UndecodableException if what stands under the id is not an Avro schema of its own
   */
  public Optional<Schema> schemaById(int id) {
    Schema known = schemas.get(id);
    if (known != null) {
      return Optional.of(known);
    }
    return id < 0 || isKnownToBeUnknown(id) ? Optional.empty() : fetch(id);
  }

  /** Returns the newest schema of the subject; refused with 404 if there is none. */
  public RegisteredSchema latest(String subject) {
    String what = "give the latest schema of subject " + subject;
    JsonNode body = ask("GET", subjectPath(subject) + "/versions/latest", null, what).body();
    int id = number(body, "id", what);
    return new RegisteredSchema(id, number(body, "version", what), parse(id, body));
  }

  /** Sets which changes of the subject's schema the registry accepts. */
  public void setCompatibility(String subject, Compatibility level) {
    JsonNode body = transport.object("compatibility", level.name());
    ask("PUT", "/config/" + encode(subject), body, "set the compatibility of subject " + subject);
  }

  /** Returns the names of all subjects. */
  public List<String> subjects() {
    List<String> names = new ArrayList<>();
    ask("GET", "/subjects", null, "list its subjects").body().forEach(n -> names.add(n.asText()));
    return names;
  }

  private int cachedId(
      ConcurrentMap<Registration, Integer> cache,
      String suffix,
      String what,
      String subject,
      Schema schema) {
    Registration registration = new Registration(subject, schema);
    Integer known = cache.get(registration);
    if (known != null) {
      return known;
    }
    String request = what + subject;
    Answer answer = ask("POST", subjectPath(subject) + suffix, schemaBody(schema), request);
    int id = number(answer.body(), "id", request);
    cache.put(registration, id);
    return id;
  }

  private Optional<Schema> fetch(int id) {
    String what = "give the schema of id " + id;
    Answer answer = transport.send("GET", "/schemas/ids/" + id, null, what);
    // A 404 without the registry's own code is a wrong address, which says nothing about the id.
    if (answer.status() == NOT_FOUND && answer.errorCode() == SCHEMA_NOT_FOUND) {
      rememberUnknown(id);
      return Optional.empty();
    }
    Schema schema = parse(id, succeeded(answer, what).body());
    Schema earlier = schemas.putIfAbsent(id, schema);
    return Optional.of(earlier == null ? schema : earlier);
  }

  private boolean isKnownToBeUnknown(int id) {
    Long since = unknownSince.get(id);
    return since != null && nanoTime.getAsLong() - since < UNKNOWN_NANOS;
  }

  private void rememberUnknown(int id) {
    if (unknownSince.size() >= MOST_UNKNOWN_IDS) {
      unknownSince.clear();
    }
    unknownSince.put(id, nanoTime.getAsLong());
  }

  private Answer ask(String method, String path, @Nullable JsonNode body, String what) {
    return succeeded(transport.send(method, path, body, what), what);
  }

  private JsonNode schemaBody(Schema schema) {
    return transport.object("schema", schema.toString());
  }

  private static Answer succeeded(Answer answer, String what) {
    if (!answer.isSuccess()) {
      throw answer.refusal(what);
    }
    return answer;
  }

  private static int number(JsonNode body, String field, String what) {
    JsonNode value = body.path(field);
    if (!value.isInt()) {
      throw new RegistryUnavailableException(
          "Schema registry was asked to %s and answered without %s".formatted(what, field), null);
    }
    return value.intValue();
  }

  private static Schema parse(int id, JsonNode body) {
    String type = body.path("schemaType").asText("AVRO");
    if (!"AVRO".equals(type)) {
      throw new UndecodableException(
          Reason.SCHEMA_MISMATCH, "schema id " + id + " is of type " + type + ", not AVRO");
    }
    if (!body.path("schema").isTextual()) {
      throw new RegistryUnavailableException(
          "Schema registry answered for id " + id + " without a schema", null);
    }
    try {
      return new Schema.Parser().parse(body.path("schema").textValue());
    } catch (AvroRuntimeException e) {
      throw new UndecodableException(
          Reason.SCHEMA_MISMATCH, "schema id " + id + " is not an Avro schema by itself", e);
    }
  }

  private static String subjectPath(String subject) {
    return "/subjects/" + encode(subject);
  }

  private static String encode(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
