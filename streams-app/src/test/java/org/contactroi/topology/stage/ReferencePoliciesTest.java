package org.contactroi.topology.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.topology.Driven.TOPICS;
import static org.contactroi.topology.Sent.TENANT;
import static org.contactroi.topology.Sent.ended;
import static org.contactroi.topology.Sent.event;
import static org.contactroi.topology.Sent.leg;
import static org.contactroi.topology.Sent.started;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.config.ProductionProperties;
import org.contactroi.catalog.FxEntry;
import org.contactroi.catalog.PolicyEntry;
import org.contactroi.events.QueueEntered;
import org.contactroi.events.QueueExited;
import org.contactroi.events.QueueOutcome;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.family.ServiceLevel;
import org.contactroi.outputs.InteractionFact;
import org.contactroi.outputs.Watermark;
import org.contactroi.roi.rate.FxRate;
import org.contactroi.topology.Driven;
import org.contactroi.topology.PlainSerdes;
import org.contactroi.topology.Versioned;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Versions of topic reference rule what begins when they are valid. */
class ReferencePoliciesTest {

  private static final String APRIL = "2026-04-01T00:00:00Z";

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

  /** A version of the tenant's policy with fields of a configuration. */
  private static PolicyEntry version(String version, String validFrom, String... fields) {
    Map<String, String> keys = new HashMap<>();
    keys.put("policy.acme.version", version);
    for (int i = 0; i < fields.length; i += 2) {
      keys.put("policy.acme." + fields[i], fields[i + 1]);
    }
    return new PolicyEntry(
        TENANT,
        Versioned.from(
            AppConfig.of(keys).policies().at(TENANT, 0), Instant.parse(validFrom).toEpochMilli()));
  }

  /** A visit of 25 seconds that is answered. */
  private void visit(String interaction, String at) {
    String exit = Instant.parse(at).plusSeconds(25).toString();
    driven.send(
        started(interaction, at, null),
        event(interaction, "in", at, new QueueEntered("v", "sales", null)).build(),
        event(interaction, "out", exit, new QueueExited("v", QueueOutcome.ANSWERED, null)).build(),
        ended(interaction, exit));
    driven.flush();
  }

  private long answeredInTime() {
    return driven.days(TENANT, ServiceLevel.FAMILY).get(ServiceLevel.ANSWERED_IN_TIME);
  }

  private String versionOfFact(String interaction) {
    return ((InteractionFact)
            Objects.requireNonNull(driven.alive(TOPICS.interactions()).get("acme/" + interaction)))
        .getPolicyVersion();
  }

  private String versionOfDay(String date) {
    String key = "acme/all/all/day/" + date + "T00:00:00Z";
    SpecificRecordBase kpi =
        (SpecificRecordBase)
            Objects.requireNonNull(driven.alive(TOPICS.kpi(ServiceLevel.FAMILY)).get(key));
    return kpi.get("policy_version").toString();
  }

  @Test
  void aVersionHoldsForInteractionsThatStartWhenItIsValid() {
    driven.publish(version("generous", APRIL, "answer-threshold", "30s"));

    visit("before", "2026-03-31T23:59:50Z");
    assertThat(answeredInTime()).isZero();
    visit("after", APRIL);

    assertThat(answeredInTime()).isEqualTo(1);
    assertThat(versionOfFact("before")).isEqualTo("default");
    assertThat(versionOfFact("after")).isEqualTo("generous");
  }

  @Test
  void whatBeganUnderAVersionThatCameLaterIsWorkedOnAgain() {
    visit("future", "2026-04-01T10:00:00Z");
    assertThat(answeredInTime()).isZero();
    assertThat(versionOfDay("2026-04-01")).isEqualTo("default");

    driven.publish(version("generous", APRIL, "answer-threshold", "30s")).flush();

    assertThat(answeredInTime()).isEqualTo(1);
    assertThat(versionOfFact("future")).isEqualTo("generous");
    assertThat(versionOfDay("2026-04-01")).isEqualTo("generous");
  }

  @Test
  void everyWindowThatEndsUnderAVersionSaysSoAndNoOtherDoes() {
    visit("march", "2026-03-31T10:00:00Z");
    visit("april", "2026-04-01T10:00:00Z");

    driven.publish(version("b", APRIL)).flush();

    assertThat(versionOfDay("2026-03-31")).isEqualTo("default");
    assertThat(versionOfDay("2026-04-01")).isEqualTo("b");
  }

  @Test
  void aVersionOfAnotherTenantChangesNothing() {
    driven.publish(
        new PolicyEntry("other", version("b", APRIL, "answer-threshold", "30s").policy()));

    visit("after", APRIL);

    assertThat(answeredInTime()).isZero();
  }

  @Test
  void aRecordThatIsNoneOrDoesNotFitIsLeftOutAndTheNextGoodOneCounts() {
    driven.reference(
        "policy/acme/2026-03-01T00:00:00Z", "no record".getBytes(StandardCharsets.UTF_8));
    driven.reference("policy/acme/other-key", driven.wire(version("x", APRIL).toAvro()));
    driven.reference("calendar/acme/main", driven.wire(started("no", APRIL, null)));
    driven.publish(version("default", "2026-02-01T00:00:00Z", "answer-threshold", "30s"));

    visit("march", "2026-03-02T10:00:00Z");
    assertThat(answeredInTime()).isZero();

    driven.publish(version("b", APRIL, "answer-threshold", "30s"));
    visit("april", APRIL);
    assertThat(answeredInTime()).isEqualTo(1);
  }

  /** Figures are valued last: rates and the like concern no stage that counts, not even broken. */
  @Test
  void recordsAboutMoneyArePassedOverWithoutALineInTheLog() {
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    Logger log = (Logger) LoggerFactory.getLogger(ReferencePolicies.class);
    lines.start();
    log.addAppender(lines);
    driven.publish(new FxEntry(TENANT, new FxRate("USD", "EUR", LocalDate.parse("2026-01-01"), 1)));
    driven.reference("ledger/acme/broken", "no record".getBytes(StandardCharsets.UTF_8));
    driven.publish(version("b", APRIL, "answer-threshold", "30s"));

    visit("april", APRIL);
    log.detachAppender(lines);

    assertThat(answeredInTime()).isEqualTo(1);
    assertThat(lines.list).isEmpty();
  }

  @Test
  void aVersionThatWasTakenOutlivesWhatIsWrittenInItsPlace() {
    PolicyEntry version = version("b", APRIL, "answer-threshold", "30s");
    driven.publish(version).flush();

    driven.reference(version.key(), "no record".getBytes(StandardCharsets.UTF_8));
    visit("one", APRIL);
    driven.publish(version("b", APRIL, "answer-threshold", "1s"));
    visit("two", APRIL);
    driven.reference(version.key(), null);
    visit("three", APRIL);

    assertThat(answeredInTime()).isEqualTo(3);
  }

  @Test
  void slicesAreThoseOfTheVersionFromItsInstantOn() {
    driven.publish(version("b", APRIL, "slices", "all"));

    visit("before", "2026-03-31T10:00:00Z");
    visit("after", "2026-04-01T10:00:00Z");

    assertThat(driven.totalsKeys())
        .contains("acme/service-level/queue/sales/day/2026-03-31T00:00:00Z")
        .contains("acme/service-level/all/all/day/2026-04-01T00:00:00Z")
        .doesNotContain("acme/service-level/queue/sales/day/2026-04-01T00:00:00Z");
  }

  @Test
  void howFarATenantHasComeIsPublishedAtFirstAndThenByTheMinute() {
    driven.rest().send(started("a", "2026-03-01T10:00:00Z", null)).flush();
    driven.send(leg("a", "2026-03-01T10:00:59Z")).flush();
    assertThat(driven.records(TOPICS.watermarks())).hasSize(1);

    driven.send(ended("a", "2026-03-01T10:01:00Z")).flush();

    assertThat(driven.records(TOPICS.watermarks())).hasSize(2);
    assertThat(driven.alive(TOPICS.watermarks()))
        .isEqualTo(
            Map.of(
                TENANT,
                new Watermark(
                    TENANT,
                    Instant.parse("2026-03-01T10:01:00Z"),
                    Instant.parse("2026-03-01T10:01:00Z"))));
  }

  @Test
  void aVersionThatAnotherInstanceHasUsedIsFoundBeforeTheNextRefresh() {
    TimestampedKeyValueStore<String, byte[]> store = store();
    ReferencePolicies policies =
        new ReferencePolicies(
            new Policies(KpiPolicy.DEFAULT, Map.of()),
            store,
            new PlainSerdes.Reading(),
            new ReferenceLog(key -> "in a store"));
    policies.refresh(0);
    PolicyEntry version = version("b", APRIL);
    store.put(version.key(), ValueAndTimestamp.make(driven.wire(version.toAvro()), 0));

    assertThat(policies.awaited(TENANT, "b")).isEqualTo(version.policy());

    assertThat(policies.policies().tenants()).as("until the next refresh").isEmpty();
    assertThat(policies.refresh(999)).isFalse();
    assertThat(policies.refresh(1_000)).isTrue();
    assertThat(policies.policies().tenants()).containsExactly(TENANT);
  }

  private static TimestampedKeyValueStore<String, byte[]> store() {
    TimestampedKeyValueStore<String, byte[]> store =
        Stores.timestampedKeyValueStoreBuilder(
                Stores.inMemoryKeyValueStore("reference"), Serdes.String(), Serdes.ByteArray())
            .withLoggingDisabled()
            .build();
    MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    store.init(context.getStateStoreContext(), store);
    return store;
  }

  @Test
  void whatIsNotCommittedIsNotRead() {
    StreamsConfig config =
        new StreamsConfig(ProductionProperties.of(Driven.config(stateDir, Map.of())));

    assertThat(config.getGlobalConsumerConfigs("client"))
        .containsEntry("isolation.level", "read_committed");
  }
}
