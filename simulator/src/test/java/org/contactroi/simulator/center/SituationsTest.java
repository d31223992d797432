package org.contactroi.simulator.center;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contactroi.events.AgentOfferClosed;
import org.contactroi.events.Author;
import org.contactroi.events.Channel;
import org.contactroi.events.DiscardReason;
import org.contactroi.events.EndedBy;
import org.contactroi.events.InteractionDiscarded;
import org.contactroi.events.InteractionEnded;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.InteractionRelation;
import org.contactroi.events.InteractionReopened;
import org.contactroi.events.InteractionStarted;
import org.contactroi.events.MessageSent;
import org.contactroi.events.OfferOutcome;
import org.contactroi.events.Participant;
import org.contactroi.events.PendingEnded;
import org.contactroi.events.PendingOn;
import org.contactroi.events.PendingStarted;
import org.contactroi.events.QueueEntered;
import org.contactroi.events.ReopenedBy;
import org.contactroi.events.SegmentEnded;
import org.contactroi.events.SegmentRole;
import org.contactroi.events.SegmentStarted;
import org.contactroi.events.TransferClosed;
import org.contactroi.events.TransferKind;
import org.contactroi.events.TransferOutcome;
import org.contactroi.events.TransferRequested;
import org.contactroi.simulator.ledger.Ledger;
import org.contactroi.simulator.scenario.Scenario;
import org.contactroi.simulator.scenario.Shares;
import org.contactroi.simulator.scenario.Situation;
import org.junit.jupiter.api.Test;

/** What is not usual happens as often as a scenario says, and not at all if it says nothing. */
class SituationsTest {

  private static final double OFTEN = 0.2;
  private static final double LEAST = 0.15;
  private static final double MOST = 0.25;
  private static final double SIZE = 0.1;
  private static final int DAYS = 10;
  private static final int EARLY_DAYS = 3;

  /** Contacts where only what is usual happens. */
  private static final List<Told> PLAIN = contacts(Shop.PLAIN);

  /** The events of a contact, in order. */
  private record Told(InteractionStarted started, List<InteractionEvent> events) {

    <T> List<T> payloads(Class<T> type) {
      return events.stream()
          .map(InteractionEvent::getPayload)
          .filter(type::isInstance)
          .map(type::cast)
          .toList();
    }

    boolean isSpoken() {
      return started.getChannel() == Channel.VOICE;
    }

    /** Whether everything that can follow has had the time to. */
    boolean isEarly() {
      Instant early = Shop.MONDAY.plus(Duration.ofDays(EARLY_DAYS));
      return events.get(0).getOccurredAt().isBefore(early);
    }

    boolean isServed() {
      return payloads(SegmentStarted.class).stream().anyMatch(SituationsTest::isAnAgent);
    }

    boolean isWaiting() {
      return !payloads(QueueEntered.class).isEmpty();
    }

    /** Returns what comes after a silence longer than that which ends a contact. */
    List<Object> afterSilence() {
      Duration gap = Duration.ofDays(started.getChannel() == Channel.EMAIL ? 3 : 1);
      List<Object> after = new ArrayList<>();
      for (int i = 1; i < events.size(); i++) {
        Instant before = events.get(i - 1).getOccurredAt();
        if (events.get(i).getOccurredAt().isAfter(before.plus(gap))) {
          after.add(events.get(i).getPayload());
        }
      }
      return after;
    }
  }

  private static boolean isAnAgent(SegmentStarted leg) {
    return leg.getParticipant() == Participant.AGENT && leg.getRole() == SegmentRole.PRIMARY;
  }

  private static List<Told> contacts(Scenario scenario) {
    Run run =
        Shop.withAi(DAYS)
            .withSize(SIZE)
            .withEnd(new Run.End(Shop.MONDAY.plus(Duration.ofDays(DAYS)), null));
    Map<String, List<InteractionEvent>> byId = new LinkedHashMap<>();
    Shop.happen(
        scenario,
        run,
        Ledger.NONE,
        event -> {
          if (event instanceof InteractionEvent of) {
            byId.computeIfAbsent(of.getInteractionId(), unseen -> new ArrayList<>()).add(of);
          }
        });
    return byId.values().stream()
        .map(events -> new Told((InteractionStarted) events.get(0).getPayload(), events))
        .toList();
  }

  private static List<Told> with(Situation situation) {
    return contacts(Shop.PLAIN.withSituations(none -> new Shares<>(Map.of(situation, OFTEN))));
  }

  /** Checks how often something happens to those it can happen to. */
  private static void assertHappens(
      Situation situation, Predicate<Told> possible, Predicate<Told> happened) {
    List<Told> contacts = with(situation).stream().filter(possible).toList();
    assertThat(contacts).hasSizeGreaterThan(150);
    double share = (double) contacts.stream().filter(happened).count() / contacts.size();
    assertThat(share).as("%s", situation).isBetween(LEAST, MOST);
    assertThat(PLAIN).noneMatch(happened);
  }

  @Test
  void situationsChangeNothingAboutWhoGetsInTouchWhenAndWhatFor() {
    List<Told> often = contacts(Shop.PLAIN.withSituations(none -> new Shares<>(everything())));

    assertThat(firstContacts(often)).isEqualTo(firstContacts(PLAIN)).hasSizeGreaterThan(1_000);
  }

  private static Map<Situation, Double> everything() {
    return Stream.of(Situation.values()).collect(Collectors.toMap(each -> each, each -> OFTEN));
  }

  private static List<List<Object>> firstContacts(List<Told> contacts) {
    return contacts.stream()
        .filter(told -> told.started().getPreviousInteractionId() == null)
        .map(Told::events)
        .map(events -> List.<Object>of(events.get(0).getOccurredAt(), events.get(0).getPayload()))
        .toList();
  }

  @Test
  void aTimerEndsContactsInWritingAfterTheirGap() {
    assertHappens(
        Situation.TIMED_ENDS,
        told -> told.isEarly() && !told.isSpoken(),
        told -> told.afterSilence().stream().anyMatch(SituationsTest::isTimer));
  }

  private static boolean isTimer(Object payload) {
    return payload instanceof InteractionEnded ended && ended.getEndedBy() == EndedBy.TIMEOUT;
  }

  @Test
  void endsOfContactsAndOfTheirLegsGetLostTogether() {
    assertHappens(
        Situation.LOST_ENDS,
        Told::isServed,
        told -> told.payloads(InteractionEnded.class).isEmpty());
    assertThat(with(Situation.LOST_ENDS))
        .filteredOn(told -> told.payloads(InteractionEnded.class).isEmpty())
        .flatExtracting(told -> told.payloads(SegmentEnded.class))
        .noneMatch(
            ended ->
                ended.getParticipant() == Participant.AGENT
                    && ended.getRole() == SegmentRole.PRIMARY);
  }

  @Test
  void agentsWriteAgainAfterTheSilence() {
    assertHappens(
        Situation.FOLLOW_UPS,
        told -> told.isEarly() && told.isServed() && isNeverReopened(told) && !told.isSpoken(),
        told -> told.afterSilence().stream().anyMatch(SituationsTest::isAgentsWord));
  }

  private static boolean isAgentsWord(Object payload) {
    return payload instanceof MessageSent sent && sent.getAuthor() == Author.AGENT;
  }

  private static boolean isNeverReopened(Told told) {
    return told.payloads(InteractionReopened.class).isEmpty();
  }

  private static boolean isReopened(Told told, Set<ReopenedBy> by) {
    return told.payloads(InteractionReopened.class).stream()
        .anyMatch(reopened -> by.contains(reopened.getBy()));
  }

  /** Those in writing are reopened by customers as their channel says, too. */
  @Test
  void customersReopenCallsWithinTheGapAndAfterIt() {
    assertHappens(
        Situation.CUSTOMER_REOPENINGS,
        told -> told.isEarly() && told.isServed() && told.isSpoken(),
        told ->
            told.isSpoken() && isReopened(told, Set.of(ReopenedBy.CUSTOMER, ReopenedBy.UNKNOWN)));
    assertWithinTheGapAndAfterIt(Situation.CUSTOMER_REOPENINGS);
  }

  @Test
  void agentsReopenContactsWithinTheGapAndAfterIt() {
    assertHappens(
        Situation.AGENT_REOPENINGS,
        told -> told.isEarly() && told.isServed() && told.isSpoken(),
        told -> isReopened(told, Set.of(ReopenedBy.AGENT)));
    assertWithinTheGapAndAfterIt(Situation.AGENT_REOPENINGS);
  }

  @Test
  void systemsReopenContactsWithinTheGapAndAfterIt() {
    assertHappens(
        Situation.SYSTEM_REOPENINGS,
        told -> told.isEarly() && told.isSpoken(),
        told -> isReopened(told, Set.of(ReopenedBy.SYSTEM)));
    assertWithinTheGapAndAfterIt(Situation.SYSTEM_REOPENINGS);
  }

  private static void assertWithinTheGapAndAfterIt(Situation situation) {
    List<Told> reopened =
        with(situation).stream().filter(told -> !isNeverReopened(told) && told.isSpoken()).toList();
    Predicate<Told> isLate =
        told -> told.afterSilence().stream().anyMatch(InteractionReopened.class::isInstance);
    assertThat(reopened).anyMatch(isLate).anyMatch(isLate.negate());
  }

  @Test
  void botsHandOffToNobody() {
    assertHappens(
        Situation.FAILED_HANDOFFS,
        told -> isHandingOff(told) || isTransferring(told),
        told -> (isHandingOff(told) || isTransferring(told)) && !told.isWaiting());
  }

  private static boolean isHandingOff(Told told) {
    return told.payloads(SegmentEnded.class).stream()
        .anyMatch(ended -> ended.getBot() != null && ended.getBot().getHandoffReason() != null);
  }

  private static boolean isTransferring(Told told) {
    return told.payloads(TransferRequested.class).stream()
        .anyMatch(transfer -> transfer.getKind() == TransferKind.BOT_TO_HUMAN);
  }

  @Test
  void handoffsFailInEveryWayThereIs() {
    List<Told> vain =
        with(Situation.FAILED_HANDOFFS).stream()
            .filter(told -> (isHandingOff(told) || isTransferring(told)) && !told.isWaiting())
            .toList();

    assertThat(vain)
        .flatExtracting(told -> told.payloads(TransferClosed.class))
        .extracting(TransferClosed::getOutcome)
        .containsOnly(TransferOutcome.FAILED, TransferOutcome.CANCELED);
    assertThat(vain)
        .anyMatch(told -> isTransferring(told) && told.payloads(TransferClosed.class).isEmpty())
        .anyMatch(told -> isHandingOff(told) && !isTransferring(told))
        .anyMatch(told -> !isHandingOff(told));
    assertThat(vain)
        .flatExtracting(told -> told.payloads(SegmentStarted.class))
        .extracting(SegmentStarted::getParticipant)
        .contains(Participant.VOICEMAIL);
  }

  @Test
  void botsGreetCustomersWhoDoNothing() {
    assertHappens(
        Situation.GREETINGS,
        told -> told.started().getChannel() == Channel.CHAT && isMetByBot(told),
        SituationsTest::isLeftAlone);
    assertThat(with(Situation.GREETINGS))
        .filteredOn(SituationsTest::isLeftAlone)
        .allSatisfy(
            told ->
                assertThat(told.payloads(MessageSent.class))
                    .singleElement()
                    .extracting(MessageSent::getIsAutomatic)
                    .isEqualTo(true));
  }

  private static boolean isMetByBot(Told told) {
    return told.payloads(SegmentStarted.class).stream()
        .anyMatch(leg -> leg.getParticipant() == Participant.BOT);
  }

  private static boolean isLeftAlone(Told told) {
    return told.payloads(SegmentEnded.class).stream()
        .anyMatch(ended -> ended.getBot() != null && !ended.getBot().getEngaged());
  }

  @Test
  void callsGoOnUnderASecondId() {
    List<Told> contacts = with(Situation.ATTENDED_TRANSFERS);
    Set<String> continued =
        contacts.stream()
            .filter(SituationsTest::isContinuation)
            .map(told -> "" + told.started().getPreviousInteractionId())
            .collect(Collectors.toSet());
    List<Told> served =
        contacts.stream()
            .filter(told -> told.isServed() && told.isSpoken())
            .filter(told -> !isPassedOnWithinItself(told))
            .toList();

    long passedOn =
        served.stream()
            .filter(told -> continued.contains(told.events().get(0).getInteractionId()))
            .count();
    assertThat((double) passedOn / served.size()).isBetween(LEAST, MOST);
    assertThat(PLAIN).noneMatch(SituationsTest::isContinuation);
    assertThat(contacts)
        .filteredOn(SituationsTest::isContinuation)
        .extracting(told -> told.started().getRelation())
        .containsOnly(InteractionRelation.CONTINUATION, InteractionRelation.UNKNOWN)
        .contains(InteractionRelation.CONTINUATION, InteractionRelation.UNKNOWN);
  }

  private static boolean isContinuation(Told told) {
    return told.started().getPreviousInteractionId() != null
        && told.started().getRelation() != InteractionRelation.FOLLOW_UP;
  }

  private static boolean isPassedOnWithinItself(Told told) {
    return told.payloads(QueueEntered.class).size() > 1;
  }

  @Test
  void contactsAreThrownOutForEveryReasonAndSomeComeBack() {
    assertHappens(Situation.DISCARDS, told -> true, SituationsTest::isDiscarded);
    List<Told> discarded =
        with(Situation.DISCARDS).stream().filter(SituationsTest::isDiscarded).toList();
    assertThat(discarded)
        .flatExtracting(told -> told.payloads(InteractionDiscarded.class))
        .extracting(InteractionDiscarded::getReason)
        .contains(
            DiscardReason.TEST,
            DiscardReason.SPAM,
            DiscardReason.DUPLICATE,
            DiscardReason.DELETED,
            DiscardReason.OTHER);
    long takenBack =
        discarded.stream()
            .filter(told -> told.events().stream().anyMatch(InteractionEvent::getRetracted))
            .count();
    assertThat((double) takenBack / discarded.size()).isBetween(LEAST, MOST);
  }

  private static boolean isDiscarded(Told told) {
    return !told.payloads(InteractionDiscarded.class).isEmpty();
  }

  @Test
  void contactsInWritingWaitForOthers() {
    assertHappens(
        Situation.PENDINGS,
        told -> told.isServed() && !told.isSpoken(),
        told -> !told.payloads(PendingStarted.class).isEmpty());
    List<Told> contacts = with(Situation.PENDINGS);
    assertThat(contacts)
        .flatExtracting(told -> told.payloads(PendingStarted.class))
        .extracting(PendingStarted::getOn)
        .containsOnly(PendingOn.CUSTOMER, PendingOn.THIRD_PARTY, PendingOn.INTERNAL)
        .contains(PendingOn.CUSTOMER, PendingOn.THIRD_PARTY, PendingOn.INTERNAL);
    assertThat(contacts).filteredOn(Told::isSpoken).allMatch(told -> pendings(told).isEmpty());
    // Those of the last days still wait when everything ends.
    assertThat(contacts)
        .filteredOn(told -> told.isEarly() && isNeverReopened(told) && !pendings(told).isEmpty())
        .allSatisfy(
            told ->
                assertThat(told.payloads(PendingEnded.class))
                    .hasSameSizeAs(told.payloads(PendingStarted.class)));
  }

  private static List<PendingStarted> pendings(Told told) {
    return told.payloads(PendingStarted.class);
  }

  @Test
  void agentsDoNotTakeWhatIsOffered() {
    List<AgentOfferClosed> offers = offers(with(Situation.UNANSWERED_OFFERS)).toList();
    Set<OfferOutcome> vain =
        Set.of(OfferOutcome.TIMEOUT, OfferOutcome.REJECTED, OfferOutcome.RESCINDED);

    double unanswered =
        (double) offers.stream().filter(offer -> vain.contains(offer.getOutcome())).count()
            / offers.size();

    assertThat(unanswered).isBetween(LEAST, MOST);
    assertThat(offers)
        .extracting(AgentOfferClosed::getOutcome)
        .contains(OfferOutcome.TIMEOUT, OfferOutcome.REJECTED, OfferOutcome.RESCINDED);
    assertThat(offers(PLAIN))
        .extracting(AgentOfferClosed::getOutcome)
        .doesNotContain(OfferOutcome.TIMEOUT, OfferOutcome.RESCINDED);
  }

  private static Stream<AgentOfferClosed> offers(List<Told> contacts) {
    return contacts.stream().flatMap(told -> told.payloads(AgentOfferClosed.class).stream());
  }

  @Test
  void anotherAgentAcceptsWhatOneDidNotTake() {
    assertThat(with(Situation.UNANSWERED_OFFERS))
        .anySatisfy(
            told ->
                assertThat(told.payloads(AgentOfferClosed.class))
                    .extracting(AgentOfferClosed::getOutcome)
                    .containsSubsequence(OfferOutcome.TIMEOUT, OfferOutcome.ACCEPTED));
  }
}
