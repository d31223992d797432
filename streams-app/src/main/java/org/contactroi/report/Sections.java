package org.contactroi.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.contactroi.kpi.Ratio;
import org.contactroi.roi.amount.Account;
import org.contactroi.roi.amount.Amount;
import org.contactroi.roi.amount.Component;
import org.contactroi.roi.amount.Count;
import org.contactroi.roi.statement.Statement;
import org.jspecify.annotations.Nullable;

/** The sections beside the statement: phases, what stands apart, what has no price. */
record Sections(Facts facts) {

  /** The phases since go-live as they are published. */
  Markup phases() {
    Table table =
        new Table("Phases of the investment, in " + facts.subject().currency())
            .words("Phase", "Days", "Track")
            .numbers("Benefit", "Cost", "Net value", "Return");
    for (Statement phase : facts.phases()) {
      phase("settled", phase, phase.settled(), table);
      phase("provisional", phase, phase.provisional(), table);
    }
    return table.isEmpty() ? Markup.paragraph("No phase is published.") : table.markup();
  }

  private static void phase(String track, Statement phase, Account account, Table table) {
    Ratio roi = account.roi();
    table.row(
        Markup.text(phase.horizon().name().toLowerCase(Locale.ROOT)),
        Markup.text(PageText.day(phase.from()) + " to " + PageText.day(phase.to())),
        Markup.text(track),
        PageText.amount(account.benefit()),
        PageText.amount(account.cost()),
        PageText.amount(account.netValue()),
        roi.isDefined()
            ? Markup.text(PageText.percent(roi))
            : PageText.undefined(Headline.reason(account)));
  }

  /** Saving that freed time and no money. */
  Markup capacity() {
    Account settled = facts.settled().account();
    Account all = facts.provisional().account();
    return new Table("Capacity, in " + facts.subject().currency() + " and paid hours")
        .words("")
        .numbers("Settled (official)", "All days (provisional)")
        .row(
            Markup.text("Saving"), PageText.amount(settled.saving()), PageText.amount(all.saving()))
        .row(
            Markup.text("of it cashable"),
            PageText.amount(settled.get(Component.CASHABLE)),
            PageText.amount(all.get(Component.CASHABLE)))
        .sum(
            Markup.text("of it capacity"),
            PageText.amount(settled.capacity()),
            PageText.amount(all.capacity()))
        .row(
            Markup.text("Paid hours saved"),
            hours(settled.saving().isDefined() ? settled.get(Count.SAVED_PAID_MS) : null),
            hours(all.saving().isDefined() ? all.get(Count.SAVED_PAID_MS) : null))
        .sum(
            Markup.text("Paid hours of capacity"),
            hours(settled.capacityPaidMs()),
            hours(all.capacityPaidMs()))
        .markup();
  }

  private static Markup hours(@Nullable Long millis) {
    return millis == null
        ? PageText.undefined("a price is missing")
        : Markup.text(PageText.hours(millis));
  }

  /** Benefits that are stated and not measured. */
  Markup declared() {
    Account settled = facts.settled().account();
    Account all = facts.provisional().account();
    return new Table("Declared benefits, in " + facts.subject().currency())
        .words("")
        .numbers("Settled (official)", "All days (provisional)")
        .row(
            Markup.text("Declared"),
            PageText.amount(settled.get(Component.DECLARED)),
            PageText.amount(all.get(Component.DECLARED)))
        .sum(
            Markup.text("Part of the return"),
            PageText.amount(settled.get(Component.DECLARED_INCLUDED)),
            PageText.amount(all.get(Component.DECLARED_INCLUDED)))
        .markup();
  }

  /** What has no price, by the component that lacks it; nothing if all has. */
  Markup unpriced() {
    Table table =
        new Table("What has no price").words("Amount", "Resource", "Key").numbers("Quantity");
    for (Component component : Component.values()) {
      lines(component.fieldName().replace('_', ' '), facts.provisional().account().get(component))
          .forEach(table::row);
    }
    lines("cost of interactions", facts.provisional().use().interactionCost()).forEach(table::row);
    return table.isEmpty()
        ? Markup.paragraph("Everything that was used and stated in the period has a price.")
        : table.markup();
  }

  private static List<Markup[]> lines(String name, Amount amount) {
    List<Markup[]> rows = new ArrayList<>();
    for (Amount.Unpriced missing : amount.missing()) {
      rows.add(
          new Markup[] {
            Markup.text(name),
            Markup.text(UnpricedText.resource(missing)),
            Markup.name(missing.key()),
            Markup.text(UnpricedText.quantity(missing))
          });
    }
    return rows;
  }
}
