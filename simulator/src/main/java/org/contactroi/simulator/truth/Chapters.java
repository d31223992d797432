package org.contactroi.simulator.truth;

import java.util.ArrayList;
import java.util.List;
import org.contactroi.simulator.count.Countable;
import org.contactroi.simulator.count.Rules;
import org.contactroi.simulator.count.Seen;
import org.contactroi.simulator.ledger.ContactBegun;
import org.contactroi.simulator.ledger.Moment;
import org.contactroi.simulator.scenario.Policy;
import org.jspecify.annotations.Nullable;

/** Cuts what is seen of a contact where it falls silent for too long. */
final class Chapters {

  private final Chapter.Told told;
  private final List<Countable> chapters = new ArrayList<>();
  private List<Seen> seen = new ArrayList<>();
  private long orphans;
  private @Nullable Long lastActivity;

  private Chapters(Chapter.Told told) {
    this.told = told;
  }

  /** Returns the interactions of a contact; none if nothing is seen of it. */
  static List<Countable> of(Account account, Policy.Silence silence, Rules rules) {
    List<Seen> all = account.seen();
    ContactBegun begun =
        all.stream()
            .filter(each -> each.is(Moment.BEGUN))
            .map(each -> (ContactBegun) each.fact())
            .findFirst()
            .orElse(null);
    Chapters chapters =
        new Chapters(
            new Chapter.Told(
                account.contact().interaction(),
                begun,
                account.isTest(),
                account.seemsTest(),
                account.verdicts(),
                silence,
                rules));
    all.forEach(chapters::take);
    if (!all.isEmpty()) {
      chapters.close();
    }
    return chapters.chapters;
  }

  private void take(Seen each) {
    long quiet = lastActivity == null ? 0 : each.at() - lastActivity;
    if (each.moment().isActivity()) {
      if (quiet > told.gap()) {
        close();
      }
      lastActivity = each.at();
      seen.add(each);
    } else if (quiet > told.silence().longest()) {
      orphans++;
    } else {
      seen.add(each);
    }
  }

  private void close() {
    long last = lastActivity == null ? seen.get(seen.size() - 1).at() : lastActivity;
    chapters.add(Chapter.of(told, chapters.size(), seen, last, orphans));
    seen = new ArrayList<>();
    orphans = 0;
  }
}
