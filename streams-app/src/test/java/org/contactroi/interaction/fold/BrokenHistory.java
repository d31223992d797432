package org.contactroi.interaction.fold;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.contactroi.interaction.event.Attribution;
import org.contactroi.interaction.event.Author;
import org.contactroi.interaction.event.BotReport;
import org.contactroi.interaction.event.Channel;
import org.contactroi.interaction.event.Confirmation;
import org.contactroi.interaction.event.Direction;
import org.contactroi.interaction.event.DiscardReason;
import org.contactroi.interaction.event.EndedBy;
import org.contactroi.interaction.event.Event;
import org.contactroi.interaction.event.OfferOutcome;
import org.contactroi.interaction.event.Participant;
import org.contactroi.interaction.event.Payload;
import org.contactroi.interaction.event.PendingOn;
import org.contactroi.interaction.event.QueueOutcome;
import org.contactroi.interaction.event.ReopenedBy;
import org.contactroi.interaction.event.ReportedTimes;
import org.contactroi.interaction.event.ResolutionSource;
import org.contactroi.interaction.event.Role;
import org.contactroi.interaction.event.SaleKind;
import org.contactroi.interaction.event.SurveyKind;
import org.contactroi.interaction.event.TransferKind;
import org.contactroi.interaction.event.TransferOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Random events without any sense: ends before starts, starts without ends, segments told twice,
 * clock steps, long silences, equal times, retractions.
 */
public final class BrokenHistory {

  private final Random random;
  private long clock = Story.ZERO;

  public BrokenHistory(long seed) {
    random = new Random(seed);
  }

  public List<Event> events(int count) {
    List<Event> events = new ArrayList<>(count);
    int ids = Math.max(3, count / 10);
    for (int i = 0; i < count; i++) {
      clock += step();
      events.add(event("e" + i, payload(String.valueOf(random.nextInt(ids)))));
    }
    return events;
  }

  private long step() {
    return switch (random.nextInt(12)) {
      case 0 -> -random.nextInt(120_000);
      case 1, 2 -> 0;
      case 3 -> random.nextInt(40) == 0 ? 4 * Story.DAY * 1_000 : 1;
      default -> random.nextInt(60_000);
    };
  }

  private Event event(String id, Payload payload) {
    boolean late = !payload.isActivity() && random.nextInt(10) == 0;
    return new Event(
        id,
        late ? clock + 15 * Story.DAY * 1_000 : clock,
        random.nextBoolean() ? "acd" : "bot",
        random.nextBoolean() ? null : (long) random.nextInt(3),
        random.nextInt(10) == 0,
        random.nextInt(100) == 0,
        Map.of("team", "t" + random.nextInt(3)),
        payload);
  }

  private Payload payload(String id) {
    return switch (random.nextInt(30)) {
      case 0 -> started();
      case 1 -> new Payload.Ended(any(EndedBy.values()));
      case 2 -> new Payload.Reopened(any(ReopenedBy.values()));
      case 3, 4 -> new Payload.QueueEntered(id, "q" + random.nextInt(3));
      case 5, 6 -> new Payload.QueueExited(id, any(QueueOutcome.values()), duration());
      case 7, 8 -> segmentStarted(id);
      case 9, 10 -> segmentEnded(id);
      case 11 -> new Payload.HoldStarted(id);
      case 12 -> new Payload.HoldEnded(id);
      case 13 -> new Payload.AfterWorkStarted(id);
      case 14 -> new Payload.AfterWorkEnded(id);
      case 15 ->
          new Payload.TransferClosed(id, any(TransferKind.values()), any(TransferOutcome.values()));
      case 16 ->
          new Payload.MessageSent(
              random.nextBoolean() ? null : id, any(Author.values()), random.nextBoolean(), false);
      case 17 ->
          new Payload.ResolutionAsserted(any(ResolutionSource.values()), random.nextBoolean(), id);
      case 18 -> Story.surveyed(id, any(SurveyKind.values()), 1 + random.nextInt(5));
      case 19 -> new Payload.SurveyOffered(id, any(SurveyKind.values()));
      case 20 -> new Payload.AiUsageRecorded("m" + random.nextInt(200), quantity(), 0, quantity());
      case 21 ->
          random.nextInt(50) > 0
              ? new Payload.AssistUsed("hint", random.nextBoolean())
              : new Payload.Discarded(any(DiscardReason.values()));
      case 22 -> new Payload.TransferRequested(id, any(TransferKind.values()));
      case 23 -> new Payload.PendingStarted(any(PendingOn.values()));
      case 25 -> new Payload.AgentOffered(id, "p" + random.nextInt(3));
      case 26 ->
          new Payload.AgentOfferClosed(id, "p" + random.nextInt(3), any(OfferOutcome.values()));
      case 24 -> new Payload.PendingEnded(any(PendingOn.values()));
      default ->
          new Payload.SaleRecorded(
              id,
              any(SaleKind.values()),
              random.nextInt(1_000_000),
              random.nextBoolean() ? "EUR" : "USD",
              random.nextInt(20_001) - 10_000,
              any(Attribution.values()));
    };
  }

  private Payload started() {
    String customer = random.nextBoolean() ? null : "c" + random.nextInt(2);
    return new Payload.Started(
        any(Channel.values()),
        any(Direction.values()),
        customer,
        null,
        null,
        true,
        true,
        random.nextInt(4) == 0 ? "before" : null,
        random.nextInt(4) == 0);
  }

  private Payload segmentStarted(String id) {
    String version = random.nextBoolean() ? null : "v" + random.nextInt(3);
    return new Payload.SegmentStarted(
        id,
        any(Participant.values()),
        random.nextBoolean() ? null : "p" + random.nextInt(3),
        any(Role.values()),
        random.nextBoolean() ? null : "q" + random.nextInt(3),
        random.nextBoolean() ? null : "g" + random.nextInt(3),
        version,
        1 + random.nextInt(4));
  }

  private Payload segmentEnded(String id) {
    return new Payload.SegmentEnded(
        id,
        random.nextBoolean() ? null : any(Participant.values()),
        random.nextBoolean() ? null : any(Role.values()),
        null,
        random.nextBoolean() ? null : reported(),
        random.nextInt(4) > 0 ? null : report());
  }

  private ReportedTimes reported() {
    return new ReportedTimes(
        duration(),
        duration(),
        duration(),
        duration(),
        duration(),
        duration(),
        random.nextBoolean() ? null : 1_000 + random.nextInt(9_000));
  }

  private BotReport report() {
    return new BotReport(
        random.nextBoolean(),
        random.nextBoolean(),
        random.nextBoolean(),
        any(Confirmation.values()),
        random.nextInt(4) > 0 ? null : "reason",
        null);
  }

  private @Nullable Long duration() {
    return random.nextBoolean() ? null : (long) random.nextInt(600_000);
  }

  private long quantity() {
    return random.nextInt(10) == 0 ? 0 : random.nextInt(10_000);
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
