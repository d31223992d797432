package org.contactroi.catalog;

import java.util.Arrays;
import java.util.List;
import org.contactroi.interaction.Resource;
import org.contactroi.notation.ChoiceText;
import org.contactroi.reference.RateRecord;
import org.contactroi.roi.rate.RateRow;
import org.contactroi.roi.rate.RateUnit;
import org.contactroi.yaml.Form;
import org.jspecify.annotations.Nullable;

/** The fields of a row of a rate card. */
final class RateFields {

  static final FieldTable<RateRow> TABLE = new FieldTable<>(RateRecord::new);

  private static final Field<RateRow, String> ID =
      TABLE.field("id", "rate_id", FieldType.NAME, RateRow::id);
  private static final Field<RateRow, Resource> RESOURCE =
      TABLE.field("resource", UsageForms.RESOURCE, RateRow::resource);
  private static final Field<RateRow, String> KEY =
      TABLE.field("key", UsageForms.KEY, RateRow::key);
  private static final Field<RateRow, String> CHANNEL =
      TABLE.field("channel", FieldType.CHANNEL, RateRow::channel);
  private static final Field<RateRow, RateUnit> UNIT =
      TABLE.field(
          "unit",
          FieldType.choice(RateUnit.class, org.contactroi.reference.RateUnit.class),
          RateRow::unit);
  private static final Field<RateRow, Long> AMOUNT =
      TABLE.field("amount", FieldType.AMOUNT, RateRow::amountMicros);
  private static final Field<RateRow, String> CURRENCY =
      TABLE.field("currency", FieldType.CURRENCY, RateRow::currency);
  private static final Field<RateRow, Long> VALID_FROM =
      TABLE.field("valid-from", FieldType.INSTANT, RateRow::validFrom);
  private static final Field<RateRow, Long> VALID_TO =
      TABLE.field("valid-to", FieldType.INSTANT, RateRow::validTo);
  private static final Field<RateRow, Integer> UTILISATION =
      TABLE.field(
          "utilisation-bp", FieldType.basisPoints(1, FieldType.WHOLE_BP), RateRow::utilisationBp);
  private static final Field<RateRow, String> SOURCE_NOTE =
      TABLE.field("source-note", FieldType.NOTE, RateRow::sourceNote);

  private RateFields() {}

  static RateRow read(Given in) {
    Resource resource = in.require(RESOURCE);
    long validFrom = in.require(VALID_FROM);
    return new RateRow(
        in.require(ID),
        resource,
        in.find(KEY, UsageForms.orAny(UsageForms.key(in, RESOURCE, resource))).orElse(RateRow.ANY),
        in.find(CHANNEL, UsageForms.orAny(CHANNEL.type().form())).orElse(RateRow.ANY),
        unit(in, resource),
        in.require(AMOUNT),
        in.require(CURRENCY),
        validFrom,
        validTo(in, validFrom),
        utilisation(in, resource),
        in.require(SOURCE_NOTE));
  }

  /** A unit that fits; of a resource that is not known, any will do. */
  private static RateUnit unit(Given in, Resource resource) {
    List<RateUnit> fitting =
        Arrays.stream(RateUnit.values()).filter(unit -> unit.fits(resource)).toList();
    if (in.isBroken(RESOURCE)) {
      in.require(UNIT);
      return fitting.get(0);
    }
    Form<RateUnit> form = Form.choice(fitting);
    RateUnit unit =
        in.require(
            UNIT, form.saying("%s for %s".formatted(form.allowed(), ChoiceText.of(resource))));
    return in.isBroken(UNIT) ? fitting.get(0) : unit;
  }

  private static @Nullable Long validTo(Given in, long validFrom) {
    boolean isSure = !in.isBroken(VALID_FROM);
    Form<Long> instant = FieldType.INSTANT.form();
    Long validTo =
        in.find(
                VALID_TO,
                instant.where(
                    read -> !isSure || read > validFrom, instant.allowed() + ", after valid-from"))
            .orElse(null);
    return isSure ? validTo : null;
  }

  private static @Nullable Integer utilisation(Given in, Resource resource) {
    Integer share = in.find(UTILISATION).orElse(null);
    if (share == null || resource == Resource.AGENT) {
      return share;
    }
    if (!in.isBroken(RESOURCE)) {
      in.refuse(
          UTILISATION.name(),
          "is '%d'; allowed: none for %s, only for agent"
              .formatted(share, ChoiceText.of(resource)));
    }
    return null;
  }
}
