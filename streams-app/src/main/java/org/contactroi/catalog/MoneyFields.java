package org.contactroi.catalog;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.contactroi.interaction.event.Attribution;
import org.contactroi.notation.ChoiceText;
import org.contactroi.reference.MoneyPolicyRecord;
import org.contactroi.roi.ledger.MoneyPolicy;
import org.contactroi.yaml.Form;

/** The fields of what a version of a policy says about money. */
final class MoneyFields {

  static final FieldTable<MoneyPolicy> TABLE = new FieldTable<>(MoneyPolicyRecord::new);

  private static final String INCLUDED = "included";

  /** What a sale is attributed to, if it is known. */
  private static final List<Attribution> ATTRIBUTIONS =
      List.of(Attribution.AI, Attribution.ASSISTED, Attribution.AGENT);

  private static final Field<MoneyPolicy, String> CURRENCY =
      TABLE.field("currency", FieldType.CURRENCY, MoneyPolicy::currency);
  private static final Field<MoneyPolicy, LocalDate> GO_LIVE =
      TABLE.field("go-live", FieldType.DAY, MoneyPolicy::goLive);
  private static final Field<MoneyPolicy, Integer> REALISATION =
      TABLE.field(
          "realisation-bp",
          FieldType.basisPoints(0, FieldType.WHOLE_BP),
          MoneyPolicy::realisationBp);

  private static final Map<Attribution, Field<MoneyPolicy, Integer>> SHARES =
      new EnumMap<>(Attribution.class);
  private static final FieldTable.Group<MoneyPolicy> INCREMENTALITY =
      TABLE.group("incrementality-bp", shares());

  private static final Field<MoneyPolicy, Long> MARGIN =
      TABLE.field("customer-margin", FieldType.AMOUNT, MoneyPolicy::customerMarginMicros);
  private static final Field<MoneyPolicy, Integer> ANNUAL_RATE =
      TABLE.field(
          "annual-rate-bp",
          FieldType.basisPoints(0, MoneyPolicy.HIGHEST_RATE_BP),
          MoneyPolicy::annualRateBp);
  private static final Field<MoneyPolicy, Boolean> DECLARED =
      TABLE.field(
          "declared-benefits",
          "declared_included",
          FieldType.same(Form.oneOf(List.of(INCLUDED, "excluded")).map(INCLUDED::equals), false)
              .shown(isIncluded -> isIncluded ? INCLUDED : "excluded"),
          MoneyPolicy::declaredIncluded);

  private MoneyFields() {}

  static MoneyPolicy read(Given in) {
    Given shares = in.group(INCREMENTALITY);
    Map<Attribution, Integer> incrementality = new EnumMap<>(Attribution.class);
    SHARES.forEach((of, share) -> incrementality.put(of, shares.get(share, 0)));
    return new MoneyPolicy(
        in.require(CURRENCY),
        in.require(GO_LIVE),
        in.require(REALISATION),
        incrementality,
        in.find(MARGIN).orElse(null),
        in.get(ANNUAL_RATE, 0),
        in.get(DECLARED, false));
  }

  private static FieldTable<MoneyPolicy> shares() {
    FieldTable<MoneyPolicy> shares = new FieldTable<>(MoneyPolicyRecord::new);
    for (Attribution attribution : ATTRIBUTIONS) {
      String name = ChoiceText.of(attribution);
      SHARES.put(
          attribution,
          shares.field(
              name,
              "incrementality_%s_bp".formatted(name),
              FieldType.basisPoints(0, FieldType.WHOLE_BP),
              money -> money.incrementality(attribution)));
    }
    return shares;
  }
}
