package org.contactroi.simulator.truth;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contactroi.simulator.count.Rules;
import org.contactroi.simulator.count.Seen;
import org.contactroi.simulator.count.Tally;
import org.contactroi.simulator.ledger.ContactBegun;
import org.contactroi.simulator.ledger.Moment;
import org.contactroi.simulator.scenario.Policy;
import org.jspecify.annotations.Nullable;

/**
 * The interactions that one contact is, as far as it is seen: a silence ends one, and who gets in
 * touch afterwards begins another.
 */
final class Chapters {

  private static final Set<Moment> OF_LEGS =
      EnumSet.of(
          Moment.LEG_STARTED,
          Moment.LEG_ENDED,
          Moment.HOLD_STARTED,
          Moment.HOLD_ENDED,
          Moment.AFTER_WORK_STARTED,
          Moment.AFTER_WORK_ENDED);

  /** What begins that which a moment closes or answers. */
  private static final Map<Moment, Moment> BEGUN_BY =
      Map.of(
          Moment.VISIT_LEFT, Moment.VISIT_ENTERED,
          Moment.TRANSFER_CLOSED, Moment.TRANSFER_REQUESTED,
          Moment.PENDING_ENDED, Moment.PENDING_STARTED,
          Moment.OFFER_CLOSED, Moment.OFFERED,
          Moment.SURVEY_ANSWERED, Moment.SURVEY_OFFERED);

  private final Chapter.Told told;
  private final boolean isFirstLife;
  private final List<Stretch> stretches = new ArrayList<>();
  private final List<Long> orphans = new ArrayList<>();

  /** Those of moments between which the longest silence does not pass. */
  private Chapters(Chapter.Told told, boolean isFirstLife, List<Seen> life) {
    this.told = told;
    this.isFirstLife = isFirstLife;
    begin(life.get(0), false);
    life.subList(1, life.size()).forEach(this::take);
    dropWhatIsNothing();
  }

  /** Counts what is seen of a contact: its interactions, and what belongs to none. */
  static void count(Account account, Policy.Silence silence, Rules rules, Tally tally) {
    List<Seen> all = account.seen();
    int from = 0;
    for (int to = 1; to <= all.size(); to++) {
      if (to == all.size() || all.get(to).at() - all.get(to - 1).at() > silence.longest()) {
        List<Seen> life = all.subList(from, to);
        new Chapters(told(account, life, silence, rules), from == 0, life).addTo(tally);
        from = to;
      }
    }
  }

  private static Chapter.Told told(
      Account account, List<Seen> life, Policy.Silence silence, Rules rules) {
    ContactBegun begun =
        life.stream()
            .filter(each -> each.is(Moment.BEGUN))
            .map(each -> (ContactBegun) each.fact())
            .findFirst()
            .orElse(null);
    return new Chapter.Told(
        account.contact().interaction(),
        begun,
        account.isTest(),
        account.seemsTest(),
        account.verdicts(),
        silence,
        rules);
  }

  private void addTo(Tally tally) {
    for (int i = 0; i < stretches.size(); i++) {
      boolean isNamedLikeTheContact = isFirstLife && i == 0;
      tally.add(new Chapter(told, stretches.get(i), isNamedLikeTheContact).countable());
    }
    orphans.forEach(at -> tally.addOrphan(at, told.rules()));
  }

  private Stretch last() {
    return stretches.get(stretches.size() - 1);
  }

  private void begin(Seen first, boolean isFollowUp) {
    Stretch stretch = new Stretch(told, isFollowUp);
    stretch.add(first);
    stretches.add(stretch);
  }

  private void take(Seen each) {
    boolean isSilent = last().isSilentBefore(each);
    Stretch owner = stretches.size() == 1 && !isSilent ? last() : owner(each);
    if (owner != null || Roles.isClosing(each) || !each.moment().isActivity()) {
      attach(each, owner == null ? last() : owner);
    } else if (!isSilent) {
      last().add(each);
    } else if (Roles.isByCustomer(each)) {
      dropWhatIsNothing();
      begin(each, false);
    } else if (!Roles.isByUs(each)) {
      attach(each, last());
    } else if (last().isCustomerWaiting() && last().isWithinReach(each)) {
      last().add(each);
    } else {
      dropWhatIsNothing();
      begin(each, !stretches.isEmpty());
    }
  }

  private void attach(Seen each, Stretch stretch) {
    boolean isInTime = each.moment().isActivity() && !stretch.isSilentBefore(each);
    if (isInTime || stretch.isWithinReach(each)) {
      stretch.take(each, isInTime);
    } else {
      orphans.add(each.at());
    }
  }

  /** The last with what the moment is about; null when it is about nothing that began. */
  private @Nullable Stretch owner(Seen each) {
    Stretch owner = null;
    for (Stretch stretch : stretches) {
      owner = stretch.seen().stream().anyMatch(other -> isOfOne(other, each)) ? stretch : owner;
    }
    return owner;
  }

  private static boolean isOfOne(Seen other, Seen each) {
    if (!other.of().equals(each.of())) {
      return false;
    }
    if (OF_LEGS.contains(each.moment())) {
      return OF_LEGS.contains(other.moment());
    }
    Moment begun = BEGUN_BY.get(each.moment());
    return begun != null
        && (other.is(begun) || (other.is(each.moment()) && !each.is(Moment.SURVEY_ANSWERED)));
  }

  /** Where nobody gets in touch and nobody takes part, nothing is an interaction. */
  private void dropWhatIsNothing() {
    if (last().seen().stream().noneMatch(Roles::isOfAnInteraction)) {
      last().seen().forEach(each -> orphans.add(each.at()));
      stretches.remove(stretches.size() - 1);
    }
  }
}
