package org.contactroi.simulator.truth;

import java.util.ArrayList;
import java.util.List;
import org.contactroi.simulator.ledger.ContactBegun;
import org.contactroi.simulator.ledger.Moment;
import org.contactroi.simulator.scenario.Policy;
import org.contactroi.simulator.truth.Chapter.Told;
import org.jspecify.annotations.Nullable;

/** Cuts what is seen of a contact where it falls silent for too long. */
final class Chapters {

  private final Account account;
  private final Rules rules;
  private final List<Chapter> chapters = new ArrayList<>();
  private List<Seen> seen = new ArrayList<>();
  private long orphans;
  private @Nullable Long lastActivity;

  private Chapters(Account account, Rules rules) {
    this.account = account;
    this.rules = rules;
  }

  /** Returns the interactions of a contact; none if nothing is seen of it. */
  static List<Chapter> of(Account account, Rules rules) {
    Chapters chapters = new Chapters(account, rules);
    List<Seen> all = account.seen();
    if (!all.isEmpty()) {
      chapters.cut(all);
    }
    return chapters.chapters;
  }

  private void cut(List<Seen> all) {
    ContactBegun begun =
        all.stream()
            .filter(each -> each.is(Moment.BEGUN))
            .map(each -> (ContactBegun) each.fact())
            .findFirst()
            .orElse(null);
    Policy.Silence silence = rules.policy().silence();
    long gap = silence.gap(told(begun).channel());
    for (Seen each : all) {
      long quiet = lastActivity == null ? 0 : each.at() - lastActivity;
      if (each.moment().isActivity()) {
        if (quiet > gap) {
          close(begun);
        }
        lastActivity = each.at();
        seen.add(each);
      } else if (quiet > silence.longest()) {
        orphans++;
      } else {
        seen.add(each);
      }
    }
    close(begun);
  }

  private void close(@Nullable ContactBegun begun) {
    long last = lastActivity == null ? seen.get(seen.size() - 1).at() : lastActivity;
    chapters.add(new Chapter(told(begun), seen, last, orphans));
    seen = new ArrayList<>();
    orphans = 0;
  }

  private Told told(@Nullable ContactBegun begun) {
    return new Told(
        account.contact().tenant(),
        account.contact().interaction(),
        chapters.size(),
        begun,
        account.isTest(),
        account.seemsTest(),
        account.verdicts(),
        rules);
  }
}
