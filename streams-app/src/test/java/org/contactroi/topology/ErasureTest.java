package org.contactroi.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.topology.Driven.TOPICS;
import static org.contactroi.topology.Sent.TENANT;
import static org.contactroi.topology.Sent.ended;
import static org.contactroi.topology.Sent.erased;
import static org.contactroi.topology.Sent.event;
import static org.contactroi.topology.Sent.leg;
import static org.contactroi.topology.Sent.started;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.test.TestRecord;
import org.contactroi.events.Channel;
import org.contactroi.events.CustomerEvent;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.InteractionReopened;
import org.contactroi.events.InteractionStarted;
import org.contactroi.events.ReopenedBy;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.family.FirstContactResolution;
import org.contactroi.outputs.RejectedEvent;
import org.contactroi.record.Customer;
import org.contactroi.topology.episode.EpisodeStage;
import org.contactroi.topology.interaction.ContinuationStage;
import org.contactroi.topology.interaction.InteractionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an erasure takes away, and what it leaves. */
class ErasureTest {

  private static final String AT = "2026-05-10T00:00:00Z";

  @TempDir Path stateDir;
  private Driven driven;

  @BeforeEach
  void start() {
    driven = new Driven(stateDir, Map.of());
  }

  @AfterEach
  void stop() {
    driven.close();
  }

  /** A call of a customer on a day of May with an agent's leg. */
  private void call(String id, String day, String customer) {
    String date = "2026-05-" + day;
    driven.send(
        started(id, date + "T10:00:00Z", customer),
        leg(id, date + "T10:02:00Z"),
        ended(id, date + "T10:03:00Z"));
  }

  /** Values of a topic by key, without tombstones, as they can be compared. */
  private Map<String, String> bytes(String topic) {
    Map<String, String> bytes = new TreeMap<>();
    driven
        .newest(topic)
        .forEach(
            (key, value) -> {
              if (value != null) {
                bytes.put(key, new String(value, StandardCharsets.ISO_8859_1));
              }
            });
    return bytes;
  }

  private List<String> reasons() {
    return driven.records(TOPICS.rejects()).stream().map(this::reject).toList();
  }

  private String reject(TestRecord<String, byte[]> record) {
    return ((RejectedEvent) driven.decode(record.value())).getReason();
  }

  private long resolution(Measure measure) {
    return driven.days(TENANT, FirstContactResolution.FAMILY).get(measure);
  }

  @Test
  void factsAndEpisodesGoAndTotalsStayByteForByte() {
    call("a", "01", "c1");
    call("b", "03", "c1");
    call("other", "03", "c2");
    driven.flush();
    Map<String, String> totals = bytes(TOPICS.totals());
    assertThat(driven.alive(TOPICS.interactions())).hasSize(3);

    driven.send(erased("c1", AT)).flush();

    assertThat(driven.alive(TOPICS.interactions())).containsOnlyKeys("acme/other");
    assertThat(driven.alive(TOPICS.episodes()).keySet())
        .hasSize(2)
        .allMatch(key -> key.contains("/other~"));
    assertThat(bytes(TOPICS.totals())).isEqualTo(totals).isNotEmpty();
    assertThat(driven.entries(EpisodeStage.ERASING)).isZero();
  }

  @Test
  void whatWentOnWithAnotherCustomersContactLeavesItAndTotalsStay() {
    call("first", "01", "c2");
    driven
        .send(
            InteractionEvent.newBuilder(started("second", "2026-05-01T10:04:00Z", "c1"))
                .setPayload(
                    InteractionStarted.newBuilder()
                        .setChannel(Channel.VOICE)
                        .setCustomerKey("c1")
                        .setPreviousInteractionId("first")
                        .build())
                .build(),
            leg("second", "2026-05-01T10:06:00Z"),
            ended("second", "2026-05-01T10:07:00Z"))
        .flush();
    Map<String, String> totals = bytes(TOPICS.totals());
    assertThat(episodes()).contains("first", "second");

    driven.send(erased("c1", AT)).flush();

    assertThat(episodes()).contains("first").doesNotContain("second");
    assertThat(driven.alive(TOPICS.interactions())).containsOnlyKeys("acme/first");
    assertThat(driven.entries(ContinuationStage.STATE)).isZero();
    assertThat(bytes(TOPICS.totals())).isEqualTo(totals);

    driven.send(leg("first", "2026-05-01T10:02:30Z")).flush();
    assertThat(resolution(FirstContactResolution.EPISODES)).isEqualTo(1);
  }

  private String episodes() {
    return driven.alive(TOPICS.episodes()).toString();
  }

  @Test
  void whatStillWaitsIsCountedAndThenErased() {
    call("a", "01", "c1");

    driven.send(erased("c1", AT)).flush();

    assertThat(driven.alive(TOPICS.interactions())).isEmpty();
    assertThat(driven.alive(TOPICS.episodes())).isEmpty();
    assertThat(resolution(FirstContactResolution.IDENTIFIED)).isEqualTo(1);
  }

  @Test
  void stragglersAreRejectedWithoutTheEventAndChangeNothing() {
    call("a", "01", "c1");
    driven.send(erased("c1", AT)).flush();
    Map<String, String> totals = bytes(TOPICS.totals());

    driven
        .send(
            event("a", "again", "2026-05-11T00:00:00Z", new InteractionReopened(ReopenedBy.UNKNOWN))
                .build(),
            started("new", "2026-05-10T00:00:00Z", "c1"))
        .flush();

    assertThat(reasons()).containsExactly("ERASED", "ERASED");
    assertThat(driven.records(TOPICS.rejects()))
        .extracting(straggler -> (RejectedEvent) driven.decode(straggler.value()))
        .allMatch(straggler -> !straggler.getEvent().hasRemaining() && straggler.getTruncated())
        .noneMatch(straggler -> straggler.getDetail().contains("c1"));
    assertThat(bytes(TOPICS.totals())).isEqualTo(totals);
    assertThat(driven.alive(TOPICS.interactions())).isEmpty();
  }

  @Test
  void aStragglerThatIsTooLateAsWellIsNotKeptAmongRejects() {
    driven.send(ended("newest", "2026-05-31T00:00:00Z"), ended("x", "2026-05-31T00:00:00Z"));
    driven.send(erased("c1", AT)).flush();

    driven.send(started("a", "2026-04-01T10:00:00Z", "c1"));

    assertThat(reasons()).containsExactly("ERASED");
  }

  @Test
  void aCustomerWhoComesBackIsANewOne() {
    call("a", "09", "c1");
    driven.send(erased("c1", AT)).flush();

    call("b", "11", "c1");
    call("c", "12", "c1");
    driven.flush();

    assertThat(reasons()).isEmpty();
    assertThat(driven.alive(TOPICS.interactions())).containsOnlyKeys("acme/b", "acme/c");
    assertThat(driven.alive(TOPICS.episodes()).keySet())
        .hasSize(2)
        .allMatch(key -> key.contains("/b~"));
    assertThat(resolution(FirstContactResolution.EPISODES)).isEqualTo(2);
    assertThat(resolution(FirstContactResolution.REPEATS)).isEqualTo(1);
  }

  @Test
  void whoCameBackCanBeErasedAgain() {
    call("a", "09", "c1");
    driven.send(erased("c1", AT));
    call("b", "11", "c1");

    driven.send(erased("c1", "2026-05-12T00:00:00Z"), erased("c1", AT)).flush();

    assertThat(driven.alive(TOPICS.interactions())).isEmpty();
    assertThat(driven.alive(TOPICS.episodes())).isEmpty();
    assertThat(resolution(FirstContactResolution.EPISODES)).isEqualTo(2);
    assertThat(driven.entries(EpisodeStage.ERASING)).isZero();
  }

  @Test
  void anErasureThatIsPublishedLateLeavesWhatHappenedAfterIt() {
    call("a", "09", "c1");
    call("b", "11", "c1");
    driven.flush();

    driven.send(erased("c1", AT)).flush();
    call("c", "12", "c1");
    driven.flush();

    assertThat(driven.alive(TOPICS.interactions())).containsOnlyKeys("acme/b", "acme/c");
    assertThat(driven.alive(TOPICS.episodes()).keySet())
        .hasSize(2)
        .allMatch(key -> key.contains("/b~"));
  }

  @Test
  void anInteractionIsErasedWithTheCustomerItHasNow() {
    InteractionEvent first = started("a", "2026-05-01T10:00:00Z", "c1");
    driven.send(leg("a", "2026-05-01T10:02:00Z")).flush();
    driven.send(first).flush();
    InteractionEvent corrected =
        InteractionEvent.newBuilder(started("a", "2026-05-01T10:00:00Z", "c2"))
            .setRevision(1)
            .build();
    driven.send(corrected).flush();

    driven.send(erased("c1", AT)).flush();
    assertThat(driven.alive(TOPICS.interactions())).containsOnlyKeys("acme/a");
    driven.send(erased("c2", AT)).flush();

    assertThat(driven.alive(TOPICS.interactions())).isEmpty();
    assertThat(driven.alive(TOPICS.episodes())).isEmpty();
    assertThat(driven.entries(InteractionStage.BY_CUSTOMER)).isZero();
  }

  @Test
  void allPartsOfAnInteractionAreErased() {
    driven.send(
        started("a", "2026-05-01T10:00:00Z", "c1"),
        event("a", "again", "2026-05-03T10:00:00Z", new InteractionReopened(ReopenedBy.UNKNOWN))
            .build());
    driven.flush();
    assertThat(driven.alive(TOPICS.interactions())).hasSize(2);

    driven.send(erased("c1", AT)).flush();

    assertThat(driven.alive(TOPICS.interactions())).isEmpty();
    assertThat(driven.alive(TOPICS.episodes())).isEmpty();
  }

  @Test
  void whatWasForgottenByAgeIsErasedAsWell() {
    driven.send(
        started("old", "2026-02-01T10:00:00Z", "c1"),
        event("old", "again", "2026-02-03T10:00:00Z", new InteractionReopened(ReopenedBy.UNKNOWN))
            .build());
    driven.flush();
    call("new", "31", "c2");
    driven.flush();
    call("newer", "31", "c1");
    driven.flush();
    assertThat(driven.entries(EpisodeStage.HISTORY)).isEqualTo(1);
    Map<String, String> totals = bytes(TOPICS.totals());

    driven.send(erased("c1", "2026-05-31T12:00:00Z")).flush();

    assertThat(driven.alive(TOPICS.interactions())).containsOnlyKeys("acme/new");
    assertThat(driven.alive(TOPICS.episodes()).keySet()).allMatch(key -> key.contains("/new~"));
    assertThat(bytes(TOPICS.totals())).isEqualTo(totals);
    assertThat(driven.entries(EpisodeStage.HISTORY)).isZero();
  }

  @Test
  void anErasedInteractionIsRememberedForAsLongAsItWouldHaveBeenKept() {
    driven.send(started("a", "2026-04-01T10:00:00Z", "c1"));
    driven.send(erased("c1", "2026-04-02T00:00:00Z")).flush();
    int erased = driven.entries(InteractionStage.ERASED);

    driven.send(ended("newest", "2026-05-31T00:00:00Z")).flush();

    assertThat(driven.entries(InteractionStage.ERASED)).isEqualTo(erased - 1);
    assertThat(reasons()).isEmpty();
  }

  @Test
  void episodesGoWhenTheLastPartitionHasErasedTheCustomer() {
    try (Driven ofThree = new Driven(stateDir.resolve("three"), Map.of("topic.partitions", "3"))) {
      ofThree.send(started("a", "2026-05-01T10:00:00Z", "c1")).flush();
      ofThree.send(erased("c1", AT)).erasedIn(1, Customer.neverErased("c1")).flush();
      ofThree.erasedIn(1, Customer.neverErased("c1")).flush();
      assertThat(ofThree.alive(TOPICS.interactions())).isEmpty();
      assertThat(ofThree.alive(TOPICS.episodes())).hasSize(2);

      ofThree.erasedIn(2, Customer.neverErased("c1")).flush();

      assertThat(ofThree.alive(TOPICS.episodes())).isEmpty();
    }
  }

  @Test
  void whoComesBackBeforeTheLastPartitionHasErasedIsNotErased() {
    try (Driven ofTwo = new Driven(stateDir.resolve("two"), Map.of("topic.partitions", "2"))) {
      ofTwo.send(started("a", "2026-05-09T10:00:00Z", "c1")).send(erased("c1", AT));
      ofTwo.send(started("b", "2026-05-11T10:00:00Z", "c1")).flush();

      ofTwo.erasedIn(1, Customer.neverErased("c1")).flush();

      assertThat(ofTwo.alive(TOPICS.episodes()).keySet())
          .hasSize(2)
          .allMatch(key -> key.contains("/b~"));
    }
  }

  @Test
  void erasuresInAnotherOrderCloseTheSameCustomers() {
    Customer since = new Customer("c1", Instant.parse(AT).toEpochMilli());
    try (Driven ofTwo = new Driven(stateDir.resolve("order"), Map.of("topic.partitions", "2"))) {
      ofTwo.erasedIn(1, Customer.neverErased("c1")).erasedIn(1, since);

      ofTwo.send(erased("c1", "2026-05-12T00:00:00Z"), erased("c1", AT)).flush();

      assertThat(ofTwo.entries(EpisodeStage.ERASING)).isZero();
    }
  }

  @Test
  void tenantsEraseTheirOwn() {
    call("a", "01", "c1");

    driven.send(CustomerEvent.newBuilder(erased("c1", AT)).setTenantId("other").build()).flush();

    assertThat(driven.alive(TOPICS.interactions())).containsOnlyKeys("acme/a");
  }
}
