package org.contactroi.kpi.family;

import static org.contactroi.kpi.Figure.Unit.SHARE;
import static org.contactroi.kpi.Figure.quotient;

import java.util.List;
import java.util.Map;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.Sale;
import org.contactroi.kpi.Breakdown;
import org.contactroi.kpi.Contributions;
import org.contactroi.kpi.Dimensions;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.Metric;
import org.contactroi.kpi.Shape;
import org.contactroi.kpi.Totals;

/** What was sold in interactions. */
public final class Sales extends Family {

  private static final Measure.Declared MEASURES = new Measure.Declared();

  public static final Measure CONVERTED = MEASURES.scalar("converted");
  public static final Measure INBOUND = MEASURES.scalar("inbound");

  /** {@link SalesQuantity Sums} of sales. */
  public static final Measure SALES =
      MEASURES.lines(
          "sales", Shape.lines(List.of("currency", "kind", "attribution"), SalesQuantity.values()));

  private static final Shown SHOWN =
      new Shown(
          List.of(quotient("conversion", SHARE, CONVERTED, INBOUND)),
          List.of(
              Metric.of(
                      "contact_roi_conversion_ratio",
                      "Inbound interactions with a sale / inbound interactions")
                  .figure("conversion"),
              Metric.of(
                      "contact_roi_conversion_interactions",
                      "Inbound interactions that ended; inbound includes converted")
                  .scalar(CONVERTED, "kind", "converted")
                  .scalar(INBOUND, "kind", "inbound"),
              Metric.of("contact_roi_sales", "Sales; a refund counts 1")
                  .lines(sold(SalesQuantity.COUNT)),
              Metric.ofAmounts("contact_roi_sales_amount", "Amounts of sales, refunds below 0")
                  .lines(sold(SalesQuantity.AMOUNT_MICROS)),
              Metric.ofAmounts("contact_roi_sales_margin", "Margins of sales, refunds below 0")
                  .lines(sold(SalesQuantity.MARGIN_MICROS))));

  public static final Family FAMILY = new Sales();

  private Sales() {
    super(9, "sales", Clock.SALE, MEASURES, SHOWN);
  }

  @Override
  protected void add(Interaction interaction, Contributions to) {
    Dimensions dimensions = Dimensions.of(interaction);
    boolean gained = interaction.sales().stream().anyMatch(Sale::isGain);
    to.add(
        interaction.end(),
        dimensions,
        Totals.builder(this)
            .count(INBOUND, interaction.isInbound())
            .count(CONVERTED, interaction.isInbound() && gained));
    for (Sale sale : interaction.sales()) {
      List<String> key = List.of(sale.currency(), sale.kind().name(), sale.attribution().name());
      Breakdown line = Breakdown.of(key, 1, sale.amountMicros(), sale.marginMicros());
      to.add(sale.at(), dimensions, Totals.builder(this).add(SALES, line));
    }
  }

  private static Metric.Lines sold(SalesQuantity quantity) {
    return new Metric.Lines(
        SALES,
        quantity,
        line -> true,
        List.of(),
        Map.of("currency", "currency", "kind", "kind", "attribution", "attribution"));
  }
}
