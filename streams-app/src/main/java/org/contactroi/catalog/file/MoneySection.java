package org.contactroi.catalog.file;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.contactroi.catalog.PolicyEntry;
import org.contactroi.interaction.event.Attribution;
import org.contactroi.notation.ChoiceText;
import org.contactroi.roi.ledger.MoneyPolicy;
import org.jspecify.annotations.Nullable;

/** Reads what a version of a policy says about money. */
final class MoneySection {

  private static final String INCREMENTALITY = "incrementality-bp";
  private static final String DECLARED = "declared-benefits";
  private static final List<String> KNOWN =
      List.of(
          "currency",
          "go-live",
          "realisation-bp",
          INCREMENTALITY,
          "customer-margin",
          "annual-rate-bp",
          DECLARED);

  private final Fields fields;
  private final StatedFields stated;

  private MoneySection(Fields fields) {
    this.fields = fields;
    this.stated = new StatedFields(fields);
  }

  /** The money of a policy; null if it says nothing. */
  static @Nullable MoneyPolicy read(Fields policy) {
    if (!policy.has(PolicyEntry.MONEY)) {
      return null;
    }
    Fields fields = policy.fields(PolicyEntry.MONEY);
    fields.requireKnown(KNOWN);
    return new MoneySection(fields).money();
  }

  private MoneyPolicy money() {
    return new MoneyPolicy(
        stated.currency("currency"),
        stated.day("go-live"),
        stated.basisPoints("realisation-bp", 0, StatedFields.WHOLE_BP),
        incrementality(),
        stated.optionalAmount("customer-margin").orElse(null),
        stated.basisPointsOr("annual-rate-bp", MoneyPolicy.HIGHEST_RATE_BP, 0),
        isDeclaredIncluded());
  }

  private Map<Attribution, Integer> incrementality() {
    Fields shares = fields.fields(INCREMENTALITY);
    shares.requireKnown(PolicyEntry.ATTRIBUTIONS.stream().map(ChoiceText::of).toList());
    StatedFields of = new StatedFields(shares);
    Map<Attribution, Integer> read = new EnumMap<>(Attribution.class);
    for (Attribution attribution : PolicyEntry.ATTRIBUTIONS) {
      read.put(attribution, of.basisPointsOr(ChoiceText.of(attribution), StatedFields.WHOLE_BP, 0));
    }
    return read;
  }

  private boolean isDeclaredIncluded() {
    String allowed = PolicyEntry.INCLUDED + ", " + PolicyEntry.EXCLUDED;
    return fields.value(
        DECLARED,
        allowed,
        text -> {
          if (!List.of(PolicyEntry.INCLUDED, PolicyEntry.EXCLUDED).contains(text)) {
            throw new IllegalArgumentException(allowed);
          }
          return text.equals(PolicyEntry.INCLUDED);
        },
        () -> false);
  }
}
