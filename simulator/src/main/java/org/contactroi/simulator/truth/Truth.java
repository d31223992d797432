package org.contactroi.simulator.truth;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.contactroi.simulator.ledger.AgentOffer;
import org.contactroi.simulator.ledger.AgentState;
import org.contactroi.simulator.ledger.Assertion;
import org.contactroi.simulator.ledger.BotVerdict;
import org.contactroi.simulator.ledger.ContactBegun;
import org.contactroi.simulator.ledger.ContactEnded;
import org.contactroi.simulator.ledger.ContactId;
import org.contactroi.simulator.ledger.ContactReopened;
import org.contactroi.simulator.ledger.CustomerChange;
import org.contactroi.simulator.ledger.Hold;
import org.contactroi.simulator.ledger.Ledger;
import org.contactroi.simulator.ledger.Leg;
import org.contactroi.simulator.ledger.Mark;
import org.contactroi.simulator.ledger.Message;
import org.contactroi.simulator.ledger.ModelUse;
import org.contactroi.simulator.ledger.Moment;
import org.contactroi.simulator.ledger.Sale;
import org.contactroi.simulator.ledger.Suggestion;
import org.contactroi.simulator.ledger.SurveyAnswer;
import org.contactroi.simulator.ledger.SurveyOffer;
import org.contactroi.simulator.ledger.Transfer;
import org.contactroi.simulator.ledger.Visit;
import org.contactroi.simulator.scenario.Money;
import org.contactroi.simulator.scenario.Scenario;
import org.contactroi.simulator.scenario.Tenant;

/** A ledger that keeps what it is told, to compute the true figures of it. */
public final class Truth implements Ledger {

  private final Map<String, Rules> rules = new LinkedHashMap<>();
  private final List<TrueMoney.Tenant> valued = new ArrayList<>();
  private final Map<ContactId, Account> accounts = new LinkedHashMap<>();
  private final Map<String, List<AgentState>> states = new LinkedHashMap<>();
  private final Map<String, List<CustomerChange>> relations = new LinkedHashMap<>();

  /**
   * Creates a ledger.
   *
   * @param scenario says by which rules figures are computed, and what things cost
   * @param dayZero its local day is day 0 of the scenario
   */
  public Truth(Scenario scenario, Instant dayZero) {
    for (Tenant tenant : scenario.tenants()) {
      ZoneId zone = tenant.place().zone();
      rules.put(tenant.id(), new Rules(tenant.reporting().policy(), zone));
      Money money = tenant.reporting().money();
      if (money != null) {
        valued.add(new TrueMoney.Tenant(tenant.id(), money, Days.of(dayZero, zone)));
      }
    }
  }

  /** Returns the totals of all hours and days by their keys, in the order of the keys. */
  SortedMap<String, Amounts> totals() {
    SortedMap<String, Amounts> totals = new TreeMap<>();
    rules.forEach((tenant, of) -> totals.putAll(totals(tenant, of)));
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
    LongStream contacts =
        accounts.values().stream()
            .filter(account -> account.contact().tenant().equals(tenant))
            .mapToLong(Account::lastAt);
    LongStream agents = states.getOrDefault(tenant, List.of()).stream().mapToLong(AgentState::at);
    return LongStream.concat(contacts, agents).max().orElse(0);
  }

  private SortedMap<String, Amounts> totals(String tenant, Rules of) {
    Sums sums = new Sums(tenant, of);
    Map<String, AgentTime> agents = new LinkedHashMap<>();
    states
        .getOrDefault(tenant, List.of())
        .forEach(state -> agent(agents, state.agent()).note(state));
    Map<String, List<Member>> customers = new LinkedHashMap<>();
    for (Account account : accounts.values()) {
      if (account.contact().tenant().equals(tenant)) {
        for (Chapter chapter : Chapters.of(account, of)) {
          new InteractionFigures(chapter, sums).add();
          note(chapter, customers, agents);
        }
      }
    }
    addEpisodes(customers, of, sums);
    agents.values().forEach(agent -> agent.addTo(sums));
    return sums.byKey();
  }

  private static AgentTime agent(Map<String, AgentTime> agents, String id) {
    return agents.computeIfAbsent(id, unseen -> new AgentTime());
  }

  private static void note(
      Chapter chapter, Map<String, List<Member>> customers, Map<String, AgentTime> agents) {
    if (chapter.isTest()) {
      return;
    }
    Member member = Member.of(chapter);
    String customer = member.customer() == null ? "interaction " + member.id() : member.customer();
    customers.computeIfAbsent(customer, unseen -> new ArrayList<>()).add(member);
    for (Turn turn : chapter.turns()) {
      String agent = turn.participant();
      if (turn.isHuman() && agent != null) {
        agent(agents, agent).note(turn);
      }
    }
  }

  private static void addEpisodes(Map<String, List<Member>> customers, Rules of, Sums sums) {
    long repeatWindow = of.policy().episodes().repeatWindow();
    EpisodeFigures figures = new EpisodeFigures(sums, repeatWindow);
    for (List<Member> members : customers.values()) {
      Episode.of(members, of.policy().episodes().bot(), repeatWindow).forEach(figures::addBots);
      Episode.of(members, of.policy().episodes().fcr(), repeatWindow)
          .forEach(figures::addResolution);
    }
  }

  private Account account(ContactId contact) {
    return accounts.computeIfAbsent(contact, Account::new);
  }

  @Override
  public void began(ContactBegun contact) {
    account(contact.contact()).note(contact);
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
    states.computeIfAbsent(state.tenant(), unseen -> new ArrayList<>()).add(state);
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
    List<AgentState> told = states.getOrDefault(state.tenant(), new ArrayList<>());
    int index = told.lastIndexOf(state);
    if (index >= 0) {
      told.remove(index);
    }
  }
}
