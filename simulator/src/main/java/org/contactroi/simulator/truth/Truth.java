package org.contactroi.simulator.truth;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import org.contactroi.simulator.count.Amounts;
import org.contactroi.simulator.ledger.AgentAnswer;
import org.contactroi.simulator.ledger.AgentOffer;
import org.contactroi.simulator.ledger.AgentState;
import org.contactroi.simulator.ledger.Assertion;
import org.contactroi.simulator.ledger.BotVerdict;
import org.contactroi.simulator.ledger.ContactBegun;
import org.contactroi.simulator.ledger.ContactEnded;
import org.contactroi.simulator.ledger.ContactId;
import org.contactroi.simulator.ledger.ContactReopened;
import org.contactroi.simulator.ledger.CustomerChange;
import org.contactroi.simulator.ledger.Discard;
import org.contactroi.simulator.ledger.Hold;
import org.contactroi.simulator.ledger.Ledger;
import org.contactroi.simulator.ledger.Leg;
import org.contactroi.simulator.ledger.Mark;
import org.contactroi.simulator.ledger.Message;
import org.contactroi.simulator.ledger.ModelUse;
import org.contactroi.simulator.ledger.Moment;
import org.contactroi.simulator.ledger.Pending;
import org.contactroi.simulator.ledger.Sale;
import org.contactroi.simulator.ledger.Suggestion;
import org.contactroi.simulator.ledger.SurveyAnswer;
import org.contactroi.simulator.ledger.SurveyOffer;
import org.contactroi.simulator.ledger.Transfer;
import org.contactroi.simulator.ledger.Visit;
import org.contactroi.simulator.scenario.Money;
import org.contactroi.simulator.scenario.Scenario;
import org.contactroi.simulator.scenario.Tenant;

/**
 * A ledger that adds up the true figures of what it is told. It keeps a contact until nothing can
 * be told of it any more, and then only what episodes need of it.
 */
public final class Truth implements Ledger {

  private final Map<String, TenantTally> tallies = new LinkedHashMap<>();
  private final List<TrueMoney.Tenant> valued = new ArrayList<>();
  private final Map<ContactId, Account> accounts = new HashMap<>();
  private final Queue<Over> over = new ArrayDeque<>();
  private final Map<String, List<CustomerChange>> relations = new LinkedHashMap<>();

  /** A contact to which nothing more happens. */
  private record Over(ContactId contact, long at) {}

  /**
   * Creates a ledger.
   *
   * @param scenario says by which rules figures are computed, and what things cost
   * @param dayZero its local day is day 0 of the scenario
   */
  public Truth(Scenario scenario, Instant dayZero) {
    for (Tenant tenant : scenario.tenants()) {
      tallies.put(tenant.id(), new TenantTally(tenant));
      Money money = tenant.reporting().money();
      if (money != null) {
        valued.add(
            new TrueMoney.Tenant(tenant.id(), money, Days.of(dayZero, tenant.place().zone())));
      }
    }
  }

  /**
   * Returns the totals of all hours and days by their keys, in the order of the keys. Nothing more
   * can be told of any contact then.
   */
  SortedMap<String, Amounts> totals() {
    accounts.values().forEach(this::add);
    accounts.clear();
    over.clear();
    SortedMap<String, Amounts> totals = new TreeMap<>();
    tallies.values().forEach(tally -> totals.putAll(tally.totals()));
    totals.values().removeIf(Amounts::isEmpty);
    return totals;
  }

  /** Returns the tenants that state what things cost. */
  List<TrueMoney.Tenant> valued() {
    return valued;
  }

  /** Returns the customers of a tenant. */
  Customers customers(TrueMoney.Tenant tenant) {
    return new Customers(relations.getOrDefault(tenant.id(), List.of()), tenant.days().zone());
  }

  /** Returns when the last thing happened at a tenant. */
  long lastAt(String tenant) {
    return tally(tenant).lastAt();
  }

  private void add(Account account) {
    tally(account.contact().tenant()).add(account);
  }

  private TenantTally tally(String tenant) {
    TenantTally tally = tallies.get(tenant);
    if (tally == null) {
      throw new IllegalArgumentException(tenant + " is no tenant of the scenario");
    }
    return tally;
  }

  private Account account(ContactId contact) {
    Account account = accounts.get(contact);
    if (account == null) {
      throw new IllegalStateException(contact + " has not begun, or is over for too long");
    }
    return account;
  }

  @Override
  public void began(ContactBegun contact) {
    Account account = new Account(contact.contact());
    account.note(contact);
    accounts.put(contact.contact(), account);
  }

  @Override
  public void isOver(ContactId contact, long at) {
    over.add(new Over(contact, at));
    long before = at - AFTERMATH.toMillis();
    for (Over first = over.peek(); first != null && first.at() < before; first = over.peek()) {
      over.remove();
      add(account(first.contact()));
      accounts.remove(first.contact());
    }
  }

  @Override
  public void ended(ContactEnded contact) {
    account(contact.contact()).note(Moment.ENDED, "", contact.at(), contact);
  }

  @Override
  public void reopened(ContactReopened contact) {
    account(contact.contact()).note(Moment.REOPENED, "", contact.at(), contact);
  }

  @Override
  public void offered(AgentOffer offer) {
    account(offer.contact()).note(offer);
  }

  @Override
  public void left(Visit visit) {
    account(visit.contact()).note(visit);
  }

  @Override
  public void held(Hold hold) {
    account(hold.contact()).note(hold);
  }

  @Override
  public void concluded(BotVerdict verdict) {
    account(verdict.contact()).note(verdict);
  }

  @Override
  public void settled(Leg leg) {
    account(leg.contact()).note(leg);
  }

  @Override
  public void closed(Transfer transfer) {
    account(transfer.contact()).note(transfer);
  }

  @Override
  public void pendingStarted(Pending pending) {
    account(pending.contact())
        .note(Moment.PENDING_STARTED, pending.on().name(), pending.at(), pending);
  }

  @Override
  public void pendingEnded(Pending pending) {
    account(pending.contact())
        .note(Moment.PENDING_ENDED, pending.on().name(), pending.at(), pending);
  }

  @Override
  public void sent(Message message) {
    String of = Mark.message(message.segment(), message.author(), message.isAutomatic());
    account(message.contact()).note(Moment.MESSAGE, of, message.at(), message);
  }

  @Override
  public void used(ModelUse use) {
    String of = Mark.use(use.resource(), use.inputTokens(), use.outputTokens());
    account(use.contact()).note(Moment.MODEL_USE, of, use.at(), use);
  }

  @Override
  public void suggested(Suggestion suggestion) {
    String of = suggestion.feature();
    account(suggestion.contact()).note(Moment.SUGGESTION, of, suggestion.at(), suggestion);
  }

  @Override
  public void asserted(Assertion assertion) {
    String of = assertion.source().name();
    account(assertion.contact()).note(Moment.ASSERTION, of, assertion.at(), assertion);
  }

  @Override
  public void discarded(Discard discard) {
    String of = discard.reason().name();
    account(discard.contact()).note(Moment.DISCARDED, of, discard.at(), discard);
  }

  @Override
  public void offered(SurveyOffer offer) {
    account(offer.contact()).note(Moment.SURVEY_OFFERED, offer.id(), offer.at(), offer);
  }

  @Override
  public void answered(SurveyAnswer answer) {
    account(answer.contact()).note(Moment.SURVEY_ANSWERED, answer.id(), answer.at(), answer);
  }

  @Override
  public void sold(Sale sale) {
    account(sale.contact()).note(Moment.SALE, sale.order() + "/" + sale.kind(), sale.at(), sale);
  }

  @Override
  public void entered(AgentState state) {
    tally(state.tenant()).add(state);
  }

  @Override
  public void answered(AgentAnswer answer) {
    tally(answer.tenant()).add(answer);
  }

  @Override
  public void unseen(AgentAnswer answer) {
    tally(answer.tenant()).remove(answer);
  }

  @Override
  public void changed(CustomerChange change) {
    relations.computeIfAbsent(change.tenant(), unseen -> new ArrayList<>()).add(change);
  }

  @Override
  public void unseen(CustomerChange change) {
    relations.getOrDefault(change.tenant(), new ArrayList<>()).remove(change);
  }

  @Override
  public void unseen(Mark mark) {
    account(mark.contact()).unsee(mark);
  }

  @Override
  public void shifted(Mark mark, long by) {
    account(mark.contact()).shift(mark, by);
  }

  @Override
  public void seemsReopened(ContactReopened contact) {
    account(contact.contact()).imagine(Moment.REOPENED, contact.at(), contact);
  }

  @Override
  public void seemsTest(ContactId contact) {
    account(contact).seemTest();
  }

  @Override
  public void unseen(AgentState state) {
    tally(state.tenant()).remove(state);
  }
}
