package org.contactroi.interaction.fold;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contactroi.interaction.Rules;
import org.contactroi.interaction.RulesAt;
import org.contactroi.interaction.event.Channel;
import org.contactroi.interaction.event.Event;
import org.contactroi.interaction.event.Payload;
import org.contactroi.interaction.event.Role;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the events of an interaction where no activity was seen for longer than the gap and somebody
 * gets in touch anew. The gap and G are those valid at the first event of the stretch.
 *
 * <p>What only closes something belongs to the stretch that has it, all else after a silence to the
 * stretch before; more than G after the last activity of that stretch an event is an orphan.
 */
final class SilenceCut {

  private final List<Stretch> stretches = new ArrayList<>(1);
  private final List<Long> orphans = new ArrayList<>(0);
  private final List<Event> events;
  private final Channel channel;
  private final RulesAt rulesAt;

  /** The last stretch that has something; null as long as there is one stretch alone. */
  private @Nullable Map<Reference, Stretch> holders;

  private @Nullable LegFold legs;

  private SilenceCut(List<Event> events, Channel channel, RulesAt rulesAt) {
    this.events = events;
    this.channel = channel;
    this.rulesAt = rulesAt;
  }

  /**
   * Cuts events between which G never passes.
   *
   * @param ordered in event order, at least one
   */
  static SilenceCut of(List<Event> ordered, Channel channel, RulesAt rulesAt) {
    SilenceCut cut = new SilenceCut(ordered, channel, rulesAt);
    cut.begin(ordered.get(0), false);
    for (Event event : ordered.subList(1, ordered.size())) {
      cut.place(event);
    }
    cut.dropIfNothing();
    return cut;
  }

  /** By time; none when nothing that happened makes an interaction. */
  List<Stretch> stretches() {
    return stretches;
  }

  /** Events that belong to no interaction, UTC ms. */
  List<Long> orphans() {
    return orphans;
  }

  private void begin(Event event, boolean followsUp) {
    Rules rules = rulesAt.at(event.occurredAt());
    Stretch stretch = new Stretch(rules, rules.gaps().of(channel), followsUp);
    stretches.add(stretch);
    add(event, stretch);
  }

  private void add(Event event, Stretch stretch) {
    stretch.add(event);
    hold(event, stretch);
  }

  private void hold(Event event, Stretch stretch) {
    Reference reference = holders == null ? null : Reference.of(event.payload());
    if (holders != null && reference != null) {
      holders.put(reference, stretch);
    }
  }

  private Stretch last() {
    return stretches.get(stretches.size() - 1);
  }

  private void place(Event event) {
    if (holders == null && !last().isSilentBefore(event)) {
      last().add(event);
      return;
    }
    Stretch holder = holder(event.payload());
    SilenceRole role = SilenceRole.of(event.payload());
    if (holder != null || role == SilenceRole.CLOSER || !event.payload().isActivity()) {
      belong(event, holder == null ? last() : holder);
    } else if (!last().isSilentBefore(event)) {
      add(event, last());
    } else if (role == SilenceRole.OPENER) {
      beginAfterSilence(event, false);
    } else if (role == SilenceRole.FOLLOW_UP || isPrimaryLeg(event.payload())) {
      followUp(event);
    } else {
      belong(event, last());
    }
  }

  /** It extends no stretch beyond its gap, and begins none. */
  private void belong(Event event, Stretch stretch) {
    if (event.payload().isActivity() && !stretch.isSilentBefore(event)) {
      add(event, stretch);
    } else if (stretch.reaches(event)) {
      stretch.addLate(event);
      hold(event, stretch);
    } else {
      orphans.add(event.occurredAt());
    }
  }

  /** The slowest replies belong to what waits for them. */
  private void followUp(Event event) {
    if (isWaiting(last()) && last().reaches(event)) {
      add(event, last());
    } else {
      beginAfterSilence(event, true);
    }
  }

  /** What begins the id is no follow-up of what is no interaction. */
  private void beginAfterSilence(Event event, boolean followsUp) {
    dropIfNothing();
    holders();
    begin(event, followsUp && !stretches.isEmpty());
  }

  /** All but the first begin with what makes an interaction. */
  private void dropIfNothing() {
    Stretch stretch = last();
    if (stretches.size() == 1
        && stretch.events().stream()
            .noneMatch(event -> SilenceRole.makesInteraction(event.payload()))) {
      stretch.events().forEach(event -> orphans.add(event.occurredAt()));
      stretches.clear();
      holders = null;
    }
  }

  private Map<Reference, Stretch> holders() {
    Map<Reference, Stretch> known = holders;
    if (known == null) {
      known = new HashMap<>();
      holders = known;
      for (Stretch stretch : stretches) {
        stretch.events().forEach(event -> hold(event, stretch));
      }
    }
    return known;
  }

  /** The stretch that has what the event is about, wherever that began. */
  private @Nullable Stretch holder(Payload payload) {
    if (payload instanceof Payload.SurveyAnswered answered) {
      Stretch asked = holders().get(Reference.of(Reference.Kind.SURVEY, answered.surveyId()));
      String leg = answered.segmentId();
      return asked != null || leg == null
          ? asked
          : holders().get(Reference.of(Reference.Kind.LEG, leg));
    }
    Reference about = Reference.mayBegin(payload) ? null : Reference.of(payload);
    return about == null ? null : holders().get(about);
  }

  /** The customer got in touch and nobody answered. */
  private boolean isWaiting(Stretch stretch) {
    boolean isWaiting = false;
    Set<String> begun = new HashSet<>();
    for (Event event : stretch.events()) {
      Payload payload = event.payload();
      if (payload instanceof Payload.SegmentStarted started) {
        isWaiting &= !(begun.add(started.segmentId()) && isAnswer(started.segmentId()));
      } else if (payload instanceof Payload.MessageSent message && SilenceRole.isReply(message)) {
        isWaiting = false;
      } else if (!(payload instanceof Payload.Started)) {
        isWaiting |= SilenceRole.of(payload) == SilenceRole.OPENER;
      }
    }
    return isWaiting;
  }

  private boolean isAnswer(String segmentId) {
    LegDraft leg = legs().leg(segmentId);
    return leg != null && leg.isHuman() && leg.role() == Role.PRIMARY;
  }

  private boolean isPrimaryLeg(Payload payload) {
    if (!(payload instanceof Payload.SegmentStarted started)) {
      return false;
    }
    LegDraft leg = legs().leg(started.segmentId());
    return leg != null && leg.role() == Role.PRIMARY;
  }

  /** What a leg is, any of its events may say, whichever stretch they belong to. */
  private LegFold legs() {
    LegFold known = legs;
    if (known == null) {
      known = new LegFold();
      for (Event event : events) {
        known.add(event.payload(), event.occurredAt(), false);
      }
      legs = known;
    }
    return known;
  }
}
