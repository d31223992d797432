package org.contactroi.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.events.InteractionEvent;
import org.contactroi.oracle.OraclePolicy;
import org.jspecify.annotations.Nullable;

/**
 * Some weeks of some contact centers, around a change to or from daylight-saving time, with every
 * fault that sources and networks have.
 *
 * @param name tells the seed
 * @param inputs by arrival
 * @param terms how long every center waits for events and keeps windows, by field of a policy
 */
public record History(
    String name, List<Center> centers, List<Input> inputs, Map<String, String> terms) {

  /** At least so many events have to be accepted. */
  private static final int EVENTS = 2_000;

  /** Longer ago than any event that is accepted, but for those of 1990 and the years after it. */
  private static final String FOR_EVER = "12000d";

  /** Nothing is too late, nothing expires. */
  private static final Map<String, String> PATIENT =
      Map.of("lateness", FOR_EVER, "minute-retention", FOR_EVER, "hour-retention", FOR_EVER);

  private static final Instant SPRING = Instant.parse("2026-02-25T00:00:00Z");
  private static final Instant AUTUMN = Instant.parse("2025-10-12T00:00:00Z");
  private static final Duration LENGTH = Duration.ofDays(40);

  /** The history of a seed, the same on every machine. */
  public static History of(long seed) {
    Dice dice = new Dice(seed);
    return new Writing(dice, dice.oneIn(2) ? SPRING : AUTUMN).history(seed);
  }

  /** Several histories at once; no two have a tenant in common. */
  public static History together(List<History> histories) {
    return new History(
        histories.stream().map(History::name).collect(Collectors.joining(" and ")),
        histories.stream().flatMap(history -> history.centers().stream()).toList(),
        histories.stream()
            .flatMap(history -> history.inputs().stream())
            .sorted(Comparator.comparing(Input::arrival))
            .toList(),
        PATIENT);
  }

  /** The same under another term. */
  public History with(String field, String term) {
    Map<String, String> others = new TreeMap<>(terms);
    others.put(field, term);
    return new History(name, centers, inputs, others);
  }

  /** The same with some of the inputs only. */
  public History only(Predicate<Input> some) {
    return new History(name, centers, inputs.stream().filter(some).toList(), terms);
  }

  /** The configuration of the centers. */
  public Map<String, String> settings() {
    Map<String, String> keys = new TreeMap<>();
    centers.forEach(center -> keys.putAll(new CenterSettings(center, terms).keys()));
    return keys;
  }

  /** Their reference data, which is there before the first event. */
  public List<CatalogEntry> reference() {
    return centers.stream()
        .flatMap(center -> new CenterSettings(center, terms).entries().stream())
        .toList();
  }

  /** Both for the oracle. */
  public Map<String, List<OraclePolicy>> policies() {
    Map<String, List<OraclePolicy>> policies = new HashMap<>();
    centers.forEach(center -> policies.put(center.tenant(), center.policies()));
    return policies;
  }

  @Override
  public String toString() {
    return name;
  }

  /** Writes a history down. */
  private static final class Writing {

    private static final int PART_ID_CHARS = 50;

    private final Dice dice;
    private final Instant begin;
    private final List<Center> centers = new ArrayList<>();
    private final List<Input> inputs = new ArrayList<>();
    private final Map<String, Instant> lastContacts = new HashMap<>();
    private @Nullable InteractionEvent lastEvent;

    Writing(Dice dice, Instant begin) {
      this.dice = dice;
      this.begin = begin;
    }

    History history(long seed) {
      for (int number = 2 + dice.below(3); number > 0; number--) {
        centers.add(Center.of(seed, number, dice, this::anyTime));
      }
      for (Center center : centers) {
        inputs.addAll(BadRecords.of(center, anyTime()));
        inputs.addAll(BadAgentRecords.of(center, anyTime()));
        for (String agent : center.agents()) {
          inputs.addAll(Shifts.of(center, agent, anyTime(), dice.split()));
        }
      }
      for (int number = 1; good() < EVENTS; number++) {
        contact(dice.pick(centers), number);
      }
      inputs.sort(Comparator.comparing(Input::arrival));
      return new History("history " + seed, List.copyOf(centers), List.copyOf(inputs), PATIENT);
    }

    private long good() {
      return inputs.stream().filter(Input::isGood).count();
    }

    private void contact(Center center, int number) {
      String customer = dice.oneIn(8) ? null : dice.pick(center.customers());
      String id = id(center, number);
      Instant start = start(center, customer);
      Contact contact = new Contact(center, id, customer, null, start);
      InteractionEvent earlier = earlier(center);
      if (earlier != null && dice.oneIn(6)) {
        contact = goingOn(center, id, customer, earlier);
      }
      List<InteractionEvent> events = contact.events(dice.split());
      inputs.addAll(Faults.of(center, events, dice.split()));
      lastEvent = dice.pick(events);
    }

    private @Nullable InteractionEvent earlier(Center center) {
      InteractionEvent other = lastEvent;
      return other == null || !other.getTenantId().equals(center.tenant()) ? null : other;
    }

    /** One that goes on with another, with itself, or with one that nobody knows. */
    private Contact goingOn(
        Center center, String id, @Nullable String customer, InteractionEvent earlier) {
      String previous =
          switch (dice.below(8)) {
            case 0 -> id;
            case 1 -> "unknown";
            default -> earlier.getInteractionId();
          };
      Instant start =
          earlier.getOccurredAt().plus(Duration.ofMinutes(dice.between(-60, 3 * 24 * 60)));
      return new Contact(center, id, customer, previous, start);
    }

    /** Sometimes one that others have too, or one that looks like that of a part of another. */
    private String id(Center center, int number) {
      InteractionEvent other = lastEvent;
      if (dice.oneIn(20)) {
        return "recycled " + dice.below(3);
      }
      return other != null
              && other.getTenantId().equals(center.tenant())
              && other.getInteractionId().length() < PART_ID_CHARS
              && dice.oneIn(8)
          ? other.getInteractionId() + "@" + other.getOccurredAt().toEpochMilli()
          : Names.odd(dice, 4, "i" + number);
    }

    /** Often soon after the last contact of the customer. */
    private Instant start(Center center, @Nullable String customer) {
      String key = center.tenant() + "/" + customer;
      Instant last = lastContacts.get(key);
      Instant start =
          last == null || customer == null || dice.oneIn(2)
              ? anyTime()
              : last.plus(Duration.ofMinutes(dice.between(0, 10 * 24 * 60)));
      lastContacts.put(key, start);
      return start;
    }

    private Instant anyTime() {
      return begin.plusMillis(dice.between(0, LENGTH.toMillis()));
    }
  }
}
