package org.contactroi.simulator.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.contactroi.events.Channel;

/**
 * By which rules figures are computed from what happens: those of the pipeline that reads the
 * events, stated once more so that the true figures can be computed too.
 *
 * @param episodes which contacts belong together
 * @param waiting what a good answer is
 * @param silence what ends an interaction
 * @param opening business hours
 * @param slices what figures are sliced by, each a list of dimensions; that of everything is empty
 */
public record Policy(
    Episodes episodes, Waiting waiting, Silence silence, OpeningHours opening, List<Slice> slices) {

  /** The rules that hold unless a file says otherwise: the defaults of the pipeline. */
  public static final Policy DEFAULT =
      new Policy(
          new Episodes(Duration.ofDays(7).toMillis(), Match.CUSTOMER, Match.ISSUE),
          new Waiting(20_000, 5_000),
          new Silence(
              Map.of(),
              Duration.ofDays(3).toMillis(),
              Duration.ofDays(14).toMillis(),
              Duration.ofDays(21).toMillis()),
          OpeningHours.ALWAYS,
          List.of(
              Slice.ALL,
              Slice.of("channel"),
              Slice.of("queue"),
              Slice.of("issue"),
              Slice.of("bot"),
              Slice.of("channel+queue")));

  public Policy {
    slices = List.copyOf(slices);
  }

  /** What the interactions of an episode have in common beside the customer. */
  public enum Match {
    CUSTOMER,
    ISSUE,
    QUEUE
  }

  /**
   * Which contacts belong together.
   *
   * @param repeatWindow W, ms
   * @param bot match of the episodes behind containment and saving
   * @param fcr match of the episodes behind first-contact resolution
   */
  public record Episodes(long repeatWindow, Match bot, Match fcr) {}

  /**
   * What a good answer is.
   *
   * @param answerThreshold T, ms
   * @param shortAbandon S, ms
   */
  public record Waiting(long answerThreshold, long shortAbandon) {}

  /**
   * What ends an interaction, and when an event is too late.
   *
   * @param gaps silence that ends it, ms, by channel
   * @param gap the same where the channel has none of its own and is not voice, video or chat
   * @param longest G, ms
   * @param lateness R, ms
   */
  public record Silence(Map<Channel, Long> gaps, long gap, long longest, long lateness) {

    private static final long DAY = 86_400_000;

    public Silence {
      gaps = Map.copyOf(gaps);
    }

    /** Returns the silence that ends an interaction on a channel, ms. */
    public long gap(Channel channel) {
      long usual =
          switch (channel) {
            case VOICE, VIDEO, CHAT -> DAY;
            default -> gap;
          };
      return gaps.getOrDefault(channel, usual);
    }
  }

  /**
   * What figures are sliced by.
   *
   * @param id as in keys
   * @param dimensions none for everything
   */
  public record Slice(String id, List<String> dimensions) {

    /** Everything. */
    public static final Slice ALL = new Slice("all", List.of());

    public Slice {
      dimensions = List.copyOf(dimensions);
    }

    /** Returns the slice of an id: {@code all} or dimensions joined by {@code +}. */
    public static Slice of(String id) {
      return id.equals(ALL.id) ? ALL : new Slice(id, List.of(id.split("\\+")));
    }
  }
}
