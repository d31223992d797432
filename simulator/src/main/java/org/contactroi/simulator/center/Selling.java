package org.contactroi.simulator.center;

import org.contactroi.events.Attribution;
import org.contactroi.events.SaleKind;
import org.contactroi.events.SaleRecorded;
import org.contactroi.simulator.ledger.Sale;
import org.contactroi.simulator.ledger.Sale.Price;
import org.contactroi.simulator.random.RandomStream;
import org.contactroi.simulator.scenario.Issue;

/** What is sold after a contact that went well, and paid back later. */
final class Selling {

  private static final long BOUGHT_WITHIN = 1_200_000;
  private static final double CENTS = 100;
  private static final long CENT_MICROS = 10_000;
  private static final double BASIS_POINTS = 10_000;

  private final Center center;

  Selling(Center center) {
    this.center = center;
  }

  void plan(long now, Contact contact, boolean isResolved) {
    Issue.Sale sale = contact.need().issue().sale();
    RandomStream random = contact.random("sale");
    if (sale == null || !isResolved || !random.chance(sale.share())) {
      return;
    }
    String id = contact.id().interaction() + "-order";
    Order order = new Order(contact, id, price(sale, random), attribution(contact));
    contact.begun();
    center.calendar().at(now + random.below(BOUGHT_WITHIN), at -> sell(at, order, sale));
  }

  private Price price(Issue.Sale sale, RandomStream random) {
    long cents = (long) (sale.amount().draw(random) * CENTS + 0.5);
    int margin = (int) (sale.margin().draw(random) * BASIS_POINTS + 0.5);
    return new Price(cents * CENT_MICROS, center.tenant().place().currency(), margin);
  }

  private record Order(Contact contact, String id, Price price, Attribution attribution) {}

  private void sell(long now, Order order, Issue.Sale sale) {
    tell(now, order, sale.kind());
    planRefund(now, order, sale);
    order.contact().finished(now);
  }

  private static Attribution attribution(Contact contact) {
    if (contact.isAssisted()) {
      return contact.isServed() ? Attribution.ASSISTED : Attribution.AI;
    }
    return Attribution.AGENT;
  }

  private void planRefund(long now, Order order, Issue.Sale sale) {
    RandomStream random = order.contact().random("refund");
    if (sale.kind() != SaleKind.REFUND && random.chance(sale.returned().share())) {
      long later = now + 1 + sale.returned().time().drawWhole(random);
      order.contact().expect();
      center.calendar().at(later, at -> refund(at, order));
    }
  }

  private static void refund(long now, Order order) {
    tell(now, order, SaleKind.REFUND);
    order.contact().came(now);
  }

  private static void tell(long now, Order order, SaleKind kind) {
    Contact contact = order.contact();
    Price price = order.price();
    contact
        .ledger()
        .sold(new Sale(contact.id(), now, order.id(), kind, price, order.attribution()));
    contact.tell(
        now,
        new SaleRecorded(
            order.id(),
            kind,
            price.amountMicros(),
            price.currency(),
            price.marginBp(),
            order.attribution()));
  }
}
