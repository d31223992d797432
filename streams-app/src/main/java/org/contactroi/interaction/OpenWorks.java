package org.contactroi.interaction;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.contactroi.interaction.OpenWork.Kind;
import org.contactroi.interaction.event.Channel;
import org.jspecify.annotations.Nullable;

/** What is open of one interaction: a pure function of its fact, the limits and an instant. */
public final class OpenWorks {

  private final Interaction interaction;
  private final OpenLimits limits;
  private final long reached;
  private final long silentAt;
  private final List<OpenWork> open = new ArrayList<>(2);

  private OpenWorks(Interaction interaction, OpenLimits limits, long reached) {
    this.interaction = interaction;
    this.limits = limits;
    this.reached = reached;
    this.silentAt = silentAt(interaction);
  }

  /**
   * What is open, stays in queues first, then legs, a session with a bot, and the contact itself.
   * Nothing of what has ended, of what counts as no contact, and of what is silent for longer than
   * the gap.
   *
   * @param reached event time, UTC ms
   */
  public static List<OpenWork> of(Interaction interaction, OpenLimits limits, long reached) {
    if (!interaction.isContact() || !interaction.endInferred()) {
      return List.of();
    }
    OpenWorks works = new OpenWorks(interaction, limits, reached);
    if (works.silentAt > reached) {
      works.addAll();
    }
    return List.copyOf(works.open);
  }

  private void addAll() {
    addVisits();
    addLegs();
    addSession();
    if (!interaction.channel().isVoice() && !isWorkItem()) {
      add(Kind.CONVERSATION, interaction.queue(), interaction.start(), null);
    }
  }

  /** The inferred end, to the next full hour. */
  private static long silentAt(Interaction interaction) {
    long step = OpenWork.SILENCE_STEP_MS;
    return -Math.floorDiv(-interaction.end(), step) * step;
  }

  private void addVisits() {
    boolean isAwaited = !interaction.isOutbound() && !isWorkItem();
    Kind kind = isAwaited ? Kind.WAITING : Kind.QUEUED_WORK;
    for (Visit visit : interaction.visits()) {
      if (visit.endInferred()) {
        add(kind, visit.queue(), visit.start(), null);
      }
    }
  }

  /** Nobody is at the other end. */
  private boolean isWorkItem() {
    return interaction.channel() == Channel.CALLBACK || interaction.channel() == Channel.TASK;
  }

  private void addLegs() {
    for (Leg leg : interaction.legs()) {
      if (leg.isHandled() && leg.open()) {
        add(Kind.IN_SERVICE, leg.queue(), leg.start(), leg.participantId());
      }
    }
  }

  /** The last session, if its last leg ends with the interaction and nobody else came after. */
  private void addSession() {
    Leg last = null;
    for (Leg leg : interaction.legs()) {
      last = leg.isBot() ? leg : last;
    }
    if (last != null && last.end() == interaction.end() && !isFollowed(last.start())) {
      BotSession session = interaction.sessions().get(interaction.sessions().size() - 1);
      add(Kind.BOT_SESSION, interaction.queue(), session.start(), null);
    }
  }

  private boolean isFollowed(long botLeg) {
    return interaction.visits().stream().anyMatch(visit -> visit.start() > botLeg)
        || interaction.legs().stream().anyMatch(leg -> leg.isHuman() && leg.start() > botLeg);
  }

  private void add(Kind kind, String queue, long since, @Nullable String agent) {
    long until = until(kind == Kind.IN_SERVICE ? limits.leg() : limits.visit(), since);
    if (until > reached) {
      open.add(new OpenWork(kind, queue, agent, since, until));
    }
  }

  private long until(Duration limit, long since) {
    return interaction.channel().isVoice()
        ? Math.min(silentAt, Math.addExact(since, limit.toMillis()))
        : silentAt;
  }
}
